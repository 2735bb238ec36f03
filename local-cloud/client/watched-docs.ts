import { parseDocument } from './ejson'
import type { ClientDocument, DocumentChange, Snapshot } from './types'

/** A change as the wire has it. */
export interface WireEvent {
  ID: number
  DataType: DocumentChange['dataType']
  QueueType: DocumentChange['queueType']
  DocID: string
  Doc: string
  UpdatedFields: string
  RemovedFields: string
}

/** The documents of one watch as the client has them, through changes and reconnections. */
export class WatchedDocs {
  private docs = new Map<string, { text: string; doc: ClientDocument }>()
  private hasBegun = false
  private nextId = 0

  constructor(private readonly orderBy: Record<string, 'asc' | 'desc'>) {}

  /**
   * Takes a full snapshot. The first one is of type init; a later one, after a reconnection, becomes the
   * changes since the last, or null when there are none: nothing is lost, nothing is told twice.
   */
  begin(events: WireEvent[]): Snapshot | null {
    const before = this.docs
    this.docs = new Map(events.map(({ DocID, Doc }) => [DocID, { text: Doc, doc: parseDocument(Doc) }]))
    if (!this.hasBegun) {
      this.hasBegun = true
      const changes = [...this.docs].map(([docId, { doc }]) => this.change('init', 'init', docId, doc))
      return { ...this.snapshot(changes), type: 'init' }
    }
    const changes = this.missed(before)
    return changes.length > 0 ? this.snapshot(changes) : null
  }

  private missed(before: Map<string, { text: string; doc: ClientDocument }>): DocumentChange[] {
    const changes: DocumentChange[] = []
    before.forEach(({ doc }, docId) => {
      if (!this.docs.has(docId)) changes.push(this.change('dequeue', 'remove', docId, doc))
    })
    this.docs.forEach(({ text, doc }, docId) => {
      const known = before.get(docId)
      if (!known) changes.push(this.change('enqueue', 'add', docId, doc))
      else if (known.text !== text) changes.push(this.change('update', 'replace', docId, doc))
    })
    return changes
  }

  /** Takes changes as they happen. */
  apply(events: WireEvent[]): Snapshot {
    return this.snapshot(events.map((event) => this.applyOne(event)))
  }

  private applyOne({
    DataType,
    QueueType,
    DocID,
    Doc,
    UpdatedFields,
    RemovedFields,
  }: WireEvent): DocumentChange {
    const doc = Doc ? parseDocument(Doc) : (this.docs.get(DocID)?.doc ?? {})
    if (QueueType === 'dequeue') this.docs.delete(DocID)
    else this.docs.set(DocID, { text: Doc, doc })
    const change = this.change(QueueType, DataType, DocID, doc)
    if (UpdatedFields) change.updatedFields = parseDocument(UpdatedFields)
    if (RemovedFields) change.removedFields = JSON.parse(RemovedFields) as string[]
    return change
  }

  private change(
    queueType: DocumentChange['queueType'],
    dataType: DocumentChange['dataType'],
    docId: string,
    doc: ClientDocument,
  ): DocumentChange {
    return { id: this.nextId, queueType, dataType, docId, doc }
  }

  private snapshot(docChanges: DocumentChange[]): Snapshot {
    const docs = [...this.docs.values()].map(({ doc }) => doc)
    const order = Object.entries(this.orderBy)
    if (order.length > 0) docs.sort((a, b) => compareBy(order, a, b))
    return { id: this.nextId++, docs, docChanges }
  }
}

function compareBy(order: [string, 'asc' | 'desc'][], a: ClientDocument, b: ClientDocument): number {
  for (const [path, direction] of order) {
    const sign = compare(valueAt(a, path), valueAt(b, path))
    if (sign !== 0) return direction === 'desc' ? -sign : sign
  }
  return 0
}

function valueAt(doc: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, part) => (value as ClientDocument | null | undefined)?.[part], doc)
}

function compare(a: unknown, b: unknown): number {
  const left = a instanceof Date ? a.getTime() : a
  const right = b instanceof Date ? b.getTime() : b
  if (left === right) return 0
  if (left === null || left === undefined) return -1
  if (right === null || right === undefined) return 1
  return left < right ? -1 : 1
}
