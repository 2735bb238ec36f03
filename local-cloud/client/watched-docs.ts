import { fromWire } from './ejson'
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
  /** `Doc` as JSON: an event that many watches hear is read once, and each gets a document of its own. */
  json?: unknown
  fields?: unknown
}

interface Held {
  text: string
  doc: ClientDocument
}

/** The documents of one watch as the client has them, through changes and reconnections. */
export class WatchedDocs {
  private docs = new Map<string, Held>()
  private hasBegun = false
  /** What to add to the server's numbers so that the client's go on rising after a fresh start. */
  private offset = 0
  /** The server's number of the last change that was taken; null before the first snapshot. */
  eventId: number | null = null

  constructor(private readonly orderBy: Record<string, 'asc' | 'desc'>) {}

  /**
   * Takes a full snapshot. The first one is of type init; a later one, after a reconnection, becomes the
   * changes since the last, or null when there are none: nothing is lost, nothing is told twice.
   */
  begin(events: WireEvent[], eventId: number): Snapshot | null {
    const before = this.docs
    const last = (this.eventId ?? 0) + this.offset
    this.docs = new Map(events.map((event) => [event.DocID, held(event)]))
    this.eventId = eventId
    if (!this.hasBegun) {
      this.hasBegun = true
      const changes = [...this.docs].map(([docId, { doc }]) => change(eventId, 'init', 'init', docId, doc))
      return { ...this.snapshot(eventId, changes), type: 'init' }
    }
    const changes = this.missed(before, last + 1)
    this.offset = last + (changes.length > 0 ? 1 : 0) - eventId
    return changes.length > 0 ? this.snapshot(last + 1, changes) : null
  }

  private missed(before: Map<string, Held>, id: number): DocumentChange[] {
    const changes: DocumentChange[] = []
    before.forEach(({ doc }, docId) => {
      if (!this.docs.has(docId)) changes.push(change(id, 'dequeue', 'remove', docId, doc))
    })
    this.docs.forEach(({ text, doc }, docId) => {
      const known = before.get(docId)
      if (!known) changes.push(change(id, 'enqueue', 'add', docId, doc))
      else if (known.text !== text) changes.push(change(id, 'update', 'replace', docId, doc))
    })
    return changes
  }

  /**
   * Takes changes as they happen, a snapshot for each commit; what was taken before is left out. Null when a
   * commit is missing in between.
   */
  apply(events: WireEvent[]): Snapshot[] | null {
    const snapshots: Snapshot[] = []
    for (let i = 0; i < events.length;) {
      const id = events[i]?.ID ?? 0
      const changes: DocumentChange[] = []
      const isFresh = id > (this.eventId ?? 0)
      if (isFresh && id !== (this.eventId ?? 0) + 1) return null
      for (let event = events[i]; event?.ID === id; event = events[++i]) {
        if (isFresh) changes.push(this.applyOne(event))
      }
      if (!isFresh) continue
      this.eventId = id
      snapshots.push(this.snapshot(id + this.offset, changes))
    }
    return snapshots
  }

  private applyOne(event: WireEvent): DocumentChange {
    const { DataType, QueueType, DocID } = event
    const taken = event.Doc ? held(event) : (this.docs.get(DocID) ?? { text: '', doc: {} })
    if (QueueType === 'dequeue') this.docs.delete(DocID)
    else this.docs.set(DocID, taken)
    const made = change(event.ID + this.offset, QueueType, DataType, DocID, taken.doc)
    if (event.UpdatedFields) {
      event.fields ??= JSON.parse(event.UpdatedFields)
      made.updatedFields = fromWire(event.fields) as Record<string, unknown>
    }
    if (event.RemovedFields) made.removedFields = JSON.parse(event.RemovedFields) as string[]
    return made
  }

  private snapshot(id: number, docChanges: DocumentChange[]): Snapshot {
    const docs: ClientDocument[] = []
    this.docs.forEach(({ doc }) => docs.push(doc))
    const order = Object.entries(this.orderBy)
    if (order.length > 0) docs.sort((a, b) => compareBy(order, a, b))
    return { id, docs, docChanges }
  }
}

function held(event: WireEvent): Held {
  event.json ??= JSON.parse(event.Doc)
  return { text: event.Doc, doc: fromWire(event.json) as ClientDocument }
}

function change(
  id: number,
  queueType: DocumentChange['queueType'],
  dataType: DocumentChange['dataType'],
  docId: string,
  doc: ClientDocument,
): DocumentChange {
  return { id, queueType, dataType, docId, doc }
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
