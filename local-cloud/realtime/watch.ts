import type { Change } from '../database/writer'
import type { Document, Query, Sort } from '../database/definitions'
import type { Engine } from '../database/engine'
import { Matcher } from '../database/matcher'
import { encode } from '../database/wire'
import { equalValues } from '../database/order-key'

/** One change as the wire has it (source: the web SDK's realtime client). */
export interface WatchEvent {
  ID: number
  DataType: 'init' | 'add' | 'update' | 'replace' | 'remove' | 'limit'
  QueueType: 'init' | 'enqueue' | 'update' | 'dequeue'
  DocID: string
  /** EJSON text; empty when the document is gone. */
  Doc: string
  UpdatedFields: string
  RemovedFields: string
}

/** What is watched. */
export interface WatchRequest {
  collection: string
  query: Query
  sort: Sort | null
  limit: number | null
}

/** The documents one client watches, and what has changed among them. */
export class Watch {
  private readonly matcher: Matcher
  /** Ids seen by the client; with a limit, in the window's order. */
  private members = new Map<string, Document>()
  /** The number of the last event. */
  eventId = 0

  constructor(
    private readonly engine: Engine,
    readonly request: WatchRequest,
  ) {
    this.matcher = new Matcher(request.query)
  }

  /** The first snapshot. */
  init(): WatchEvent[] {
    const docs = this.window()
    this.members = new Map(docs.map((doc) => [String(doc._id), doc]))
    return docs.map((doc) => event('init', 'init', String(doc._id), doc))
  }

  private window(): Document[] {
    const { collection, query, sort, limit } = this.request
    return this.engine.find(collection, { query, sort, ...(limit === null ? {} : { limit }) })
  }

  /** What a commit changed for this watch, in order. */
  apply(changes: Change[]): WatchEvent[] {
    const relevant = changes.filter(({ collection }) => collection === this.request.collection)
    if (relevant.length === 0) return []
    const events =
      this.request.limit === null ? relevant.flatMap((one) => this.step(one)) : this.rerun(relevant)
    if (events.length > 0) this.eventId++
    return events.map((one) => ({ ...one, ID: this.eventId }))
  }

  private step({ id, after }: Change): WatchEvent[] {
    const key = String(id)
    const known = this.members.get(key)
    const isIn = after !== null && this.matcher.test(after)
    if (isIn) {
      this.members.set(key, after)
      return [known ? updated(key, known, after) : event('add', 'enqueue', key, after)]
    }
    if (!known) return []
    this.members.delete(key)
    return [event(after ? 'update' : 'remove', 'dequeue', key, after)]
  }

  /** With a limit, a change may push documents into or out of the window: it is read anew and compared. */
  private rerun(changes: Change[]): WatchEvent[] {
    const isTouched = changes.some(
      ({ id, after }) => this.members.has(String(id)) || (after !== null && this.matcher.test(after)),
    )
    if (!isTouched) return []
    const before = this.members
    this.members = new Map(this.window().map((doc) => [String(doc._id), doc]))
    const left = [...before].filter(([key]) => !this.members.has(key))
    const gone = left.map(([key]) => {
      const change = changes.find(({ id }) => String(id) === key)
      return event(
        change ? (change.after ? 'update' : 'remove') : 'limit',
        'dequeue',
        key,
        change?.after ?? null,
      )
    })
    const rest = [...this.members].flatMap(([key, doc]) => {
      const known = before.get(key)
      if (!known) return [event('add', 'enqueue', key, doc)]
      return equalValues(known, doc) ? [] : [updated(key, known, doc)]
    })
    return [...gone, ...rest]
  }
}

function event(
  DataType: WatchEvent['DataType'],
  QueueType: WatchEvent['QueueType'],
  DocID: string,
  doc: Document | null,
): WatchEvent {
  return {
    ID: 0,
    DataType,
    QueueType,
    DocID,
    Doc: doc ? encode(doc) : '',
    UpdatedFields: '',
    RemovedFields: '',
  }
}

function updated(key: string, before: Document, after: Document): WatchEvent {
  const changed = Object.entries(after).filter(([field, value]) => !equalValues(before[field], value))
  const removed = Object.keys(before).filter((field) => !(field in after))
  return {
    ...event('update', 'update', key, after),
    UpdatedFields: encode(Object.fromEntries(changed)),
    RemovedFields: JSON.stringify(removed),
  }
}
