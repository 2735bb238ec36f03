import type { WireAnswer, WireRequest } from './actions'

const WRITES = ['insertDocument', 'modifyDocument', 'removeDocument', 'modifyAndReturnDoc']

/**
 * Notices writes that leave the transaction they were meant for: `where().update()` and `where().remove()` never send
 * its id (wx-server-sdk 4.0.2), and then wait for its locks. `Call` is what stands for one running call of a function.
 */
export class StrayWrites<Call extends object> {
  private readonly begun = new WeakMap<Call, string[]>()

  constructor(private readonly isOpen: (transactionId: string) => boolean) {}

  /** Remembers the transaction that a call has begun. */
  note(call: Call, { top }: WireAnswer): void {
    if (typeof top?.transactionId !== 'string') return
    this.begun.set(call, [...(this.begun.get(call) ?? []), top.transactionId])
  }

  /** A warning for a write without a transaction while its call has one open; null for all else. */
  warningOf(call: Call, name: string, action: string, request: WireRequest): string | null {
    if (!WRITES.includes(action) || request.transactionId) return null
    if (!this.begun.get(call)?.some(this.isOpen)) return null
    return `${name}: ${action} on '${String(request.collectionName)}' takes no part in the transaction that is open: where().update() and where().remove() never do, and wait for its locks. Use transaction.collection(…).doc(id).`
  }
}
