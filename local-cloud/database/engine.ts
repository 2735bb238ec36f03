import { randomBytes } from 'node:crypto'
import { requestFailed } from '../errors'
import { aggregate } from './aggregate'
import { Catalog, type Collection } from './catalog'
import type { CollectionDefinition, Document, Query, Sort } from './definitions'
import { Matcher } from './matcher'
import { Reader, type Selection } from './reader'
import { Store } from './store'
import { Transactions, type Transaction } from './transactions'
import { applyUpdate, checkUpdate } from './update'
import { duplicate, idKey, Writer, type Change, type Write } from './writer'
import { clone, encode } from './wire'

/** How to open the database. */
export interface EngineOptions {
  /** A path, or ':memory:'. */
  file: string
  definitions: readonly CollectionDefinition[]
  /** Refuses queries that no index serves. */
  strict: boolean
  /** The cloud's time in epoch ms. */
  now: () => number
}

/** What an update is to change: all that match, or the first. */
export interface UpdateRequest {
  query: Query
  update: Document
  multi: boolean
  transaction?: Transaction | null
  /** Lifts strict mode, for the host program. */
  mayScan?: boolean
}

/** What is to be removed: all that match, or the first. */
export type RemoveRequest = Omit<UpdateRequest, 'update'>

/** The database: collections, queries, updates, transactions. Each request is one SQLite transaction. */
export class Engine {
  readonly store: Store
  readonly catalog: Catalog
  readonly transactions: Transactions
  readonly reader: Reader
  private readonly writer: Writer
  private readonly listeners = new Set<(changes: Change[]) => void>()

  constructor(private readonly options: EngineOptions) {
    this.store = new Store(options.file)
    this.catalog = new Catalog(this.store)
    this.catalog.sync(options.definitions)
    this.transactions = new Transactions(options.now)
    this.reader = new Reader(this.store, this.catalog, this.transactions, options.strict)
    this.writer = new Writer(this.store, this.catalog)
  }

  /** Calls `listener` after each commit with its changes, in order; returns how to stop. */
  onChange(listener: (changes: Change[]) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Documents of a query. */
  find(name: string, selection: Selection & { projection?: Document }): Document[] {
    const found = this.reader.select(name, selection).map(({ doc }) => doc)
    const { projection } = selection
    return projection ? found.map((doc) => Matcher.project(doc, projection)) : found
  }

  /** How many documents match. */
  count(name: string, query: Query): number {
    return this.reader.select(name, { query }).length
  }

  /** The results of a pipeline. */
  aggregate(name: string, stages: Document[]): Document[] {
    this.catalog.require(name)
    return aggregate(this.reader, name, stages)
  }

  /** Adds documents, all or none; gives their ids, made where missing. Throws on a duplicate key. */
  async insert(name: string, docs: Document[], transaction: Transaction | null = null): Promise<unknown[]> {
    const ready = docs.map(withId)
    ready.forEach(checkStorable)
    await this.write(transaction, () => {
      const collection = this.catalog.require(name)
      const seen = new Set<string>()
      return ready.map((doc) => {
        const id = idKey(doc._id)
        if (seen.has(id.toString('latin1')) || this.isThere(collection, id, doc._id, transaction))
          throw duplicate(collection, '_id_', doc, ['_id'])
        seen.add(id.toString('latin1'))
        return { collection, id, after: doc }
      })
    })
    return ready.map((doc) => doc._id)
  }

  private isThere(
    collection: Collection,
    key: Buffer,
    id: unknown,
    transaction: Transaction | null,
  ): boolean {
    if (!transaction) return this.store.byId(collection.id, key) !== undefined
    return this.reader.select(collection.name, { query: { _id: id }, transaction }).length > 0
  }

  /** Updates in place, all or none; gives how many documents changed. */
  async update(name: string, request: UpdateRequest): Promise<number> {
    const { updated } = await this.updateAndReturn(name, request)
    return updated
  }

  /** Updates, and gives the first document after it (null when none matched). */
  async updateAndReturn(
    name: string,
    { query, update, multi, transaction = null, mayScan = false }: UpdateRequest,
  ): Promise<{ updated: number; doc: Document | null }> {
    checkUpdate(update)
    let first: Document | null = null
    const changes = await this.write(transaction, () => {
      const collection = this.catalog.require(name)
      const found = this.reader.select(name, { query, transaction, limit: multi ? undefined : 1, mayScan })
      const writes = found.map(({ id, doc }) => ({
        collection,
        id,
        after: applyUpdate(doc, update, query, this.options.now()),
        before: doc,
      }))
      writes.forEach(({ after }) => checkStorable(after))
      first = writes[0]?.after ?? null
      return writes.filter(({ before, after }) => encode(before) !== encode(after))
    })
    return { updated: changes, doc: first }
  }

  /** `doc().set()`: replaces the document, or makes it. Says whether it was there. */
  async replace(
    name: string,
    query: Query,
    doc: Document,
    transaction: Transaction | null = null,
  ): Promise<boolean> {
    let existed = false
    await this.write(transaction, () => {
      const collection = this.catalog.require(name)
      const [found] = this.reader.select(name, { query, transaction, limit: 1 })
      existed = found !== undefined
      const after = { _id: found?.doc._id ?? query._id, ...clone(doc) }
      checkStorable(after)
      return [{ collection, id: idKey(after._id), after }]
    })
    return existed
  }

  /** Removes all that match, or the first; gives how many. */
  async remove(
    name: string,
    { query, multi, transaction = null, mayScan = false }: RemoveRequest,
  ): Promise<number> {
    return await this.write(transaction, () => {
      const collection = this.catalog.require(name)
      const found = this.reader.select(name, { query, transaction, limit: multi ? undefined : 1, mayScan })
      return found.map(({ id }) => ({ collection, id, after: null }))
    })
  }

  /**
   * Computes writes and applies them, in one go. Outside a transaction it first waits for whoever has locked
   * what it touches, and computes anew; inside, the writes are kept for the commit.
   */
  private async write(transaction: Transaction | null, compute: () => Write[]): Promise<number> {
    if (transaction) {
      const writes = compute()
      this.checkUnique(transaction, writes)
      this.transactions.stage(transaction, writes)
      return writes.length
    }
    for (;;) {
      const writes = compute()
      this.transactions.sweep()
      const blocking = this.transactions.blocking(writes)
      if (!blocking) return this.commit(writes)
      await blocking.done
    }
  }

  /** Tries a transaction's writes on the data, and takes them back: a duplicate key shows at once. */
  private checkUnique(transaction: Transaction, writes: Write[]): void {
    if (!writes.some(({ collection }) => collection.indexes.some(({ definition }) => definition.unique)))
      return
    const undo = new Error('undo')
    try {
      this.atomically(() => {
        for (const write of [...transaction.writes.values(), ...writes]) this.writer.apply(write)
        throw undo
      })
    } catch (error) {
      if (error !== undo) throw error
    }
  }

  private atomically<T>(work: () => T): T {
    try {
      return this.store.transaction(work)
    } catch (error) {
      this.catalog.reload()
      throw error
    }
  }

  private commit(writes: Write[]): number {
    if (writes.length === 0) return 0
    const changes = this.atomically(() =>
      writes.map((write) => this.writer.apply(write)).filter((change) => change !== null),
    )
    this.transactions.record(changes, (name) => this.catalog.require(name))
    for (const listener of this.listeners) listener(changes)
    return writes.length
  }

  /** Opens a transaction; gives its id. */
  startTransaction(): string {
    return this.transactions.begin()
  }

  /** Writes what a transaction has kept, all or none. */
  commitTransaction(id: string): void {
    const transaction = this.transactions.require(id)
    try {
      this.commit([...transaction.writes.values()])
    } finally {
      this.transactions.end(transaction)
    }
  }

  /** Forgets what a transaction has kept. */
  abortTransaction(id: string): void {
    this.transactions.end(this.transactions.require(id))
  }

  /** The index that serves a query. */
  explain(name: string, query: Query, sort: Sort | null): string | null {
    return this.reader.explain(name, query, sort)
  }

  /** Ends open transactions and closes the data file. */
  close(): void {
    this.transactions.close()
    this.store.close()
  }
}

function withId(doc: Document): Document {
  return { _id: doc._id ?? randomBytes(16).toString('hex'), ...doc }
}

function checkStorable(doc: Document): void {
  const stray = Object.keys(doc).find((key) => key.startsWith('$'))
  if (stray !== undefined) {
    throw requestFailed(`The dollar ($) prefixed field '${stray}' in '${stray}' is not valid for storage.`)
  }
}
