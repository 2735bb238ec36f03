import { randomBytes } from 'node:crypto'
import { CloudError } from '../errors'
import type { Collection } from './catalog'
import type { Document } from './definitions'
import { documentName, lockNames, type Change, type Write } from './writer'
import { idKey } from './writer'

/** How long a transaction may live, in ms (source: the cloud's own message). */
export const TRANSACTION_LIFE = 30_000

const CONTACT = 'Please check your request, but if the problem persists, contact us.'
const GONE = `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${CONTACT}`
const CONFLICT = `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${CONTACT}`

/** An open transaction. It sees the data as they were at its first operation, and its own writes. */
export interface Transaction {
  id: string
  startedAt: number
  /** The version of the data it sees; null before its first operation. */
  snapshot: number | null
  writes: Map<string, Write>
  locks: Set<string>
  timer: NodeJS.Timeout
  done: Promise<void>
  finish: () => void
}

/** A document as a transaction must see it where the data file says otherwise. */
export interface Seen {
  collection: Collection
  id: Buffer
  /** EJSON text from the past, or the transaction's own document; null when it isn't there. */
  body: string | null
  own: Document | null
}

interface Past {
  version: number
  collection: Collection
  id: Buffer
  bodyBefore: string | null
}

/** The open transactions, who has locked what, and how documents were before the changes they must not see. */
export class Transactions {
  private readonly open = new Map<string, Transaction>()
  private readonly owners = new Map<string, Transaction>()
  private readonly past = new Map<string, Past[]>()
  /** Ids of transactions that failed, and when: their rollback still succeeds. */
  private readonly failed = new Map<string, number>()
  private version = 0

  constructor(private readonly now: () => number) {}

  /** Opens a transaction and gives its id. */
  begin(): string {
    let finish = (): void => undefined
    const done = new Promise<void>((resolve) => (finish = resolve))
    const id = randomBytes(16).toString('hex')
    const timer = setTimeout(() => this.end(transaction), TRANSACTION_LIFE)
    timer.unref()
    const transaction: Transaction = {
      id,
      startedAt: this.now(),
      snapshot: null,
      writes: new Map(),
      locks: new Set(),
      timer,
      done,
      finish,
    }
    this.open.set(id, transaction)
    return id
  }

  /** An open transaction, its snapshot taken; throws DATABASE_TRANSACTION_FAIL when it is over or expired. */
  require(id: string): Transaction {
    this.sweep()
    const found = this.open.get(id)
    if (!found) throw new CloudError('DATABASE_TRANSACTION_FAIL', GONE)
    found.snapshot ??= this.version
    return found
  }

  /** True while a transaction is neither committed nor rolled back, nor failed, nor expired. */
  isOpen(id: string): boolean {
    this.sweep()
    return this.open.has(id)
  }

  /** Ends a transaction in which something failed: all but its rollback is refused from now on. */
  abort(transaction: Transaction): void {
    if (!this.open.has(transaction.id)) return
    this.failed.set(transaction.id, transaction.startedAt)
    this.end(transaction)
  }

  /** Ends a transaction without a commit. Throws DATABASE_TRANSACTION_FAIL when it is over or expired. */
  rollBack(id: string): void {
    if (this.failed.delete(id)) return
    this.end(this.require(id))
  }

  /** Ends the transactions that are older than they may be by the cloud's clock. */
  sweep(): void {
    for (const transaction of this.open.values()) {
      if (this.isOld(transaction.startedAt)) this.end(transaction)
    }
    for (const [id, startedAt] of this.failed) if (this.isOld(startedAt)) this.failed.delete(id)
  }

  private isOld(startedAt: number): boolean {
    return this.now() - startedAt > TRANSACTION_LIFE
  }

  /** The transaction, if any, that a plain write must wait for. */
  blocking(writes: Write[]): Transaction | null {
    if (this.owners.size === 0) return null
    for (const name of writes.flatMap(lockNames)) {
      const owner = this.owners.get(name)
      if (owner) return owner
    }
    return null
  }

  /**
   * Keeps writes for the commit. Throws DATABASE_TRANSACTION_CONFLICT, and ends the transaction, when
   * another has locked the same document or has changed it since the snapshot.
   */
  stage(transaction: Transaction, writes: Write[]): void {
    for (const write of writes) {
      for (const name of lockNames(write)) this.lock(transaction, name)
      transaction.writes.set(documentName(write.collection, write.id), write)
    }
  }

  private lock(transaction: Transaction, name: string): void {
    const owner = this.owners.get(name)
    const changed = this.past.get(name)?.some(({ version }) => version > (transaction.snapshot ?? 0))
    if ((owner && owner !== transaction) || changed) {
      this.abort(transaction)
      throw new CloudError('DATABASE_TRANSACTION_CONFLICT', CONFLICT)
    }
    this.owners.set(name, transaction)
    transaction.locks.add(name)
  }

  /** Every document that a transaction sees otherwise than the data file has it now, by name. */
  overlay(transaction: Transaction, collection: Collection): Map<string, Seen> {
    const seen = new Map<string, Seen>()
    for (const [name, records] of this.past) {
      const first = records.find(({ version }) => version > (transaction.snapshot ?? 0))
      if (!first || first.collection !== collection) continue
      seen.set(name, { collection, id: first.id, body: first.bodyBefore, own: null })
    }
    for (const [name, write] of transaction.writes) {
      if (write.collection === collection)
        seen.set(name, { collection, id: write.id, body: null, own: write.after })
    }
    return seen
  }

  /** Remembers committed changes for the transactions that must not see them. */
  record(changes: Change[], require: (name: string) => Collection): void {
    if (changes.length > 0) this.version++
    const isWatched = [...this.open.values()].some(({ snapshot }) => snapshot !== null)
    if (!isWatched) return
    for (const { collection: name, id, bodyBefore } of changes) {
      const collection = require(name)
      const key = idKey(id)
      const records = this.past.get(documentName(collection, key)) ?? []
      records.push({ version: this.version, collection, id: key, bodyBefore })
      this.past.set(documentName(collection, key), records)
    }
  }

  /** Ends a transaction, committed or not: frees its locks and wakes who waits. */
  end(transaction: Transaction): void {
    clearTimeout(transaction.timer)
    this.open.delete(transaction.id)
    for (const name of transaction.locks) this.owners.delete(name)
    if (this.open.size === 0) this.past.clear()
    transaction.finish()
  }

  /** Ends all, without committing. */
  close(): void {
    for (const transaction of [...this.open.values()]) this.end(transaction)
  }
}
