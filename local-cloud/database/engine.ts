import { randomBytes } from 'node:crypto'
import { aggregate } from './aggregation/pipeline'
import { Catalog, type Collection } from './catalog'
import { Commits } from './commits'
import type { CollectionDefinition, Document, Query, Sort } from './definitions'
import { refuseNear } from './geo/near'
import { projector } from './projection'
import { Reader, type Selection } from './reader'
import { equalValues } from './order-key'
import { checkStorable } from './storable'
import { Store } from './store'
import { Transactions, type Transaction } from './transactions'
import { applyUpdate, parseUpdate } from './update'
import { show, updateFailed } from './update-error'
import { duplicate, idKey, type Change } from './writer'
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
  private readonly commits: Commits

  constructor(private readonly options: EngineOptions) {
    this.store = new Store(options.file)
    this.catalog = openCatalog(this.store, options.definitions)
    this.transactions = new Transactions(options.now)
    this.reader = new Reader(this.store, this.catalog, this.transactions, options.strict)
    this.commits = new Commits(this.store, this.catalog, this.transactions)
  }

  /** Calls `listener` after each commit with its changes, in order; returns how to stop. */
  onChange(listener: (changes: Change[]) => void): () => void {
    return this.commits.onChange(listener)
  }

  /** Documents of a query. */
  find(name: string, selection: Selection & { projection?: Document }): Document[] {
    const found = this.reader.select(name, selection).map(({ doc }) => doc)
    const { projection } = selection
    return projection ? found.map(projector(projection, selection.query)) : found
  }

  /** Documents of a query as canonical EJSON: what `find` gives, without reading and writing each of them. */
  findTexts(name: string, selection: Selection): string[] {
    return this.reader.select(name, selection).map(({ text }) => text)
  }

  /** How many documents match. */
  count(name: string, query: Query, mayScan = false): number {
    refuseNear(query)
    return this.reader.count(name, { query, mayScan })
  }

  /** The results of a pipeline. */
  aggregate(name: string, stages: Document[]): Document[] {
    this.catalog.require(name)
    return aggregate(this.reader, name, stages)
  }

  /** Adds documents, all or none; gives their ids, made where missing. Throws on a duplicate key. */
  async insert(name: string, docs: Document[], transaction: Transaction | null = null): Promise<unknown[]> {
    const ready = docs.map(withId)
    for (const doc of ready) checkStorable(doc, 'insert')
    await this.commits.write(transaction, () => {
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
    const modifiers = parseUpdate(update)
    let first: Document | null = null
    const changes = await this.commits.write(transaction, () => {
      const collection = this.catalog.require(name)
      const found = this.reader.select(name, { query, transaction, limit: multi ? undefined : 1, mayScan })
      const writes = found.map((before) => {
        const after = applyUpdate(before.doc, modifiers, query, this.options.now())
        return { collection, id: before.id, before, after, text: encode(after) }
      })
      for (const { after } of writes) checkStorable(after, 'update')
      first = writes[0]?.after ?? null
      return writes.filter(({ before, text }) => before.text !== text)
    })
    return { updated: changes, doc: first }
  }

  /** `doc().set()`: replaces the document, or makes it. Says whether it was there, and whether it is another now. */
  async replace(
    name: string,
    query: Query,
    doc: Document,
    transaction: Transaction | null = null,
  ): Promise<{ existed: boolean; updated: number }> {
    let existed = false
    const changes = await this.commits.write(transaction, () => {
      const collection = this.catalog.require(name)
      const [found] = this.reader.select(name, { query, transaction, limit: 1 })
      existed = found !== undefined
      const after = { _id: found?.doc._id ?? query._id, ...clone(doc) }
      if (found && !equalValues(found.doc._id, after._id)) throw alteredId(after._id)
      checkStorable(after, 'update')
      const text = encode(after)
      if (found?.text === text) return []
      return [{ collection, id: idKey(after._id), after, text, isReplacement: true }]
    })
    return { existed, updated: existed ? changes : 0 }
  }

  /** Removes all that match, or the first; gives how many. */
  async remove(
    name: string,
    { query, multi, transaction = null, mayScan = false }: RemoveRequest,
  ): Promise<number> {
    return await this.commits.write(transaction, () => {
      const collection = this.catalog.require(name)
      const found = this.reader.select(name, { query, transaction, limit: multi ? undefined : 1, mayScan })
      return found.map(({ id }) => ({ collection, id, after: null }))
    })
  }

  /** Opens a transaction; gives its id. */
  startTransaction(): string {
    return this.transactions.begin()
  }

  /** Writes what a transaction has kept, all or none. */
  commitTransaction(id: string): void {
    const transaction = this.transactions.require(id)
    try {
      this.commits.commit([...transaction.writes.values()])
    } finally {
      this.transactions.end(transaction)
    }
  }

  /** Forgets what a transaction has kept. */
  abortTransaction(id: string): void {
    this.transactions.rollBack(id)
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

function openCatalog(store: Store, definitions: readonly CollectionDefinition[]): Catalog {
  try {
    const catalog = new Catalog(store)
    catalog.sync(definitions)
    return catalog
  } catch (error) {
    store.close()
    throw error
  }
}

function withId(doc: Document): Document {
  const { _id = randomBytes(16).toString('hex'), ...rest } = doc
  return { _id, ...rest }
}

function alteredId(id: unknown): Error {
  return updateFailed(
    `After applying the update, the (immutable) field '_id' was found to have been altered to ${show(id)}`,
  )
}
