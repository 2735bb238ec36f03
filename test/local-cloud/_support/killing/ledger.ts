/** What became of a write: the cloud said yes, it said no, or it died before it said anything. */
export type Outcome = 'acknowledged' | 'refused' | 'unknown'

/** What the writers did, and what the cloud said to each: the truth that the data are held against. */
export class Ledger {
  /** Every state that a thing may be in, by its id: a version, or null for "not there". */
  readonly things = new Map<string, (number | null)[]>()
  readonly moves = new Map<string, Outcome>()
  readonly batches = new Map<string, Outcome>()
  /** Who asked for a seat (by document id), and what they were told. */
  readonly seats = new Map<string, { seat: string; outcome: Outcome }>()
  /** The content of uploads, by path. */
  readonly files = new Map<string, { content: Buffer; outcome: Outcome }>()
  acknowledged = 0
  private readonly listeners = new Set<() => void>()

  /** Counts an acknowledged write. */
  note(): void {
    this.acknowledged++
    for (const listener of this.listeners) listener()
  }

  /** Resolves once `count` more writes were acknowledged. */
  async after(count: number): Promise<void> {
    const goal = this.acknowledged + count
    await new Promise<void>((resolve) => {
      const listener = (): void => {
        if (this.acknowledged < goal) return
        this.listeners.delete(listener)
        resolve()
      }
      this.listeners.add(listener)
    })
  }
}

/** Tries a write, and tells what became of it. */
export async function outcomeOf(ledger: Ledger, write: () => Promise<unknown>): Promise<Outcome> {
  try {
    await write()
    ledger.note()
    return 'acknowledged'
  } catch (error) {
    return /E11000|TransactionConflict/.test(String((error as Error).message)) ? 'refused' : 'unknown'
  }
}
