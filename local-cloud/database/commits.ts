import type { Catalog } from './catalog'
import { isGeo } from './geo/geo-index'
import type { KnownIndex } from './planner'
import type { Store } from './store'
import type { Transaction, Transactions } from './transactions'
import { Writer, type Change, type Write } from './writer'

/** Writes that are in the data now: how many were asked for, and what they changed. */
interface Applied {
  count: number
  changes: Change[]
}

/** Where writes become data: at once, or with the commit of their transaction. */
export class Commits {
  private readonly writer: Writer
  private readonly listeners = new Set<(changes: Change[]) => void>()

  constructor(
    private readonly store: Store,
    private readonly catalog: Catalog,
    private readonly transactions: Transactions,
  ) {
    this.writer = new Writer(store, catalog)
  }

  /** Calls `listener` after each commit with its changes, in order; returns how to stop. */
  onChange(listener: (changes: Change[]) => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /**
   * Computes writes and applies them, in one go. Outside a transaction it first waits for whoever has locked
   * what it touches, and computes anew; inside, the writes are kept for the commit.
   */
  async write(transaction: Transaction | null, compute: () => Write[]): Promise<number> {
    if (transaction) {
      const writes = compute()
      this.checkUnique(transaction, writes)
      this.transactions.stage(transaction, writes)
      return writes.length
    }
    for (;;) {
      const outcome = this.atomically(() => {
        const writes = compute()
        this.transactions.sweep()
        return this.transactions.blocking(writes) ?? this.apply(writes)
      })
      if ('changes' in outcome) return this.publish(outcome)
      await outcome.done
    }
  }

  /** Tries a transaction's writes on the data, and takes them back: a duplicate key or a broken place shows at once. */
  private checkUnique(transaction: Transaction, writes: Write[]): void {
    const isChecked = ({ definition }: KnownIndex): boolean => definition.unique === true || isGeo(definition)
    if (!writes.some(({ collection }) => collection.indexes.some(isChecked))) return
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

  /** Applies writes, all or none, and tells who listens; gives how many they were. */
  commit(writes: Write[]): number {
    return this.publish(this.atomically(() => this.apply(writes)))
  }

  private apply(writes: Write[]): Applied {
    const changes = writes.map((write) => this.writer.apply(write)).filter((change) => change !== null)
    return { count: writes.length, changes }
  }

  private publish({ count, changes }: Applied): number {
    if (count === 0) return 0
    this.transactions.record(changes, (name) => this.catalog.require(name))
    for (const listener of this.listeners) listener(changes)
    return count
  }
}
