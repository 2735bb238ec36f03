import type { Document, Query, Sort } from '../database/definitions'
import type { Engine } from '../database/engine'
import { Matcher } from '../database/matcher'
import { equalValues } from '../database/order-key'
import { sortDocuments } from '../database/sorting'
import type { Change } from '../database/writer'
import { CloudError } from '../errors'
import { watchEvent, type DataType, type WatchEvent } from './events'

/** How many documents one watch may have (source: the platform's documents, "watch"). */
export const MOST_WATCHED = 5000

/** How many commits a watcher may miss and still be told each. */
const MOST_KEPT = 200

/** What is watched. */
export interface WatchRequest {
  collection: string
  query: Query
  sort: Sort | null
  limit: number | null
  /** Documents may be read whether they fulfil the query or not: those that leave it are shown once more. */
  isOpen: boolean
}

/** What one commit changed, for everybody who watches the same. */
export interface Batch {
  version: number
  /** The events as JSON, without the brackets of the list. */
  json: string
}

/** The documents of one query, kept up to date, for everybody who watches it. */
export class LiveQuery {
  private readonly matcher: Matcher
  /** By id; with a limit, in the window's order. */
  private members: Map<string, Document>
  private readonly history: Batch[] = []
  private initial: string | null = null
  /** The number of the last batch. */
  version = 0

  /** Throws for a query that isn't understood, or that finds more than 5,000 documents. */
  constructor(
    private readonly engine: Engine,
    readonly request: WatchRequest,
  ) {
    this.matcher = new Matcher(request.query)
    this.members = this.read()
    this.checkSize()
  }

  private read(): Map<string, Document> {
    const { collection, query, sort, limit } = this.request
    const docs = this.engine.find(collection, { query, sort, limit: limit ?? MOST_WATCHED + 1 })
    return new Map(docs.map((doc) => [String(doc._id), doc]))
  }

  private checkSize(): void {
    if (this.members.size <= MOST_WATCHED) return
    const message = `the watch has more than ${MOST_WATCHED} records`
    throw new CloudError('EXCEED_REQUEST_LIMIT', message)
  }

  /** The events of a first snapshot, as JSON without brackets. */
  init(): string {
    this.initial ??= toJson(
      this.sorted().map((doc) => watchEvent(this.version, 'init', 'init', { id: String(doc._id), doc })),
    )
    return this.initial
  }

  private sorted(): Document[] {
    const docs = [...this.members.values()]
    return this.request.sort ? sortDocuments(docs, this.request.sort, (doc) => doc) : docs
  }

  /** The batches after a version; null when they are no longer all known. */
  since(version: number): Batch[] | null {
    if (version > this.version || version < this.version - this.history.length) return null
    return this.history.filter((batch) => batch.version > version)
  }

  /** What a commit changed here; null when nothing. Throws when there are too many documents now. */
  apply(changes: Change[]): Batch | null {
    const relevant = changes.filter(({ collection }) => collection === this.request.collection)
    if (relevant.length === 0) return null
    const next = this.version + 1
    const events =
      this.request.limit === null
        ? relevant.flatMap((change) => this.step(next, change))
        : this.moveWindow(next, relevant)
    if (events.length === 0) return null
    this.checkSize()
    this.version = next
    this.initial = null
    const batch = { version: next, json: toJson(events) }
    this.history.push(batch)
    if (this.history.length > MOST_KEPT) this.history.shift()
    return batch
  }

  private step(version: number, change: Change): WatchEvent[] {
    const { after } = change
    const id = String(change.id)
    const known = this.members.get(id)
    const type = typeOf(change)
    if (after !== null && this.matcher.test(after)) {
      this.members.set(id, after)
      if (known) return [watchEvent(version, type, 'update', { id, doc: after, before: known })]
      return [watchEvent(version, type, 'enqueue', { id, doc: after })]
    }
    if (!known) return []
    this.members.delete(id)
    return [watchEvent(version, type, 'dequeue', { id, doc: this.lastSight(after), before: known })]
  }

  /** With a limit, a change may push documents into or out of the window: it is read anew and compared. */
  private moveWindow(version: number, changes: Change[]): WatchEvent[] {
    const isTouched = changes.some(
      ({ id, after }) => this.members.has(String(id)) || (after !== null && this.matcher.test(after)),
    )
    if (!isTouched) return []
    const before = this.members
    this.members = this.read()
    const byId = new Map(changes.map((change) => [String(change.id), change]))
    const gone = [...before].filter(([id]) => !this.members.has(id))
    const left = gone.map(([id, known]) => {
      const change = byId.get(id)
      const still = change ? change.after : known
      if (!change || (still && this.matcher.test(still)))
        return watchEvent(version, 'limit', 'dequeue', { id, doc: still })
      return watchEvent(version, typeOf(change), 'dequeue', { id, doc: this.lastSight(still), before: known })
    })
    const rest = [...this.members].flatMap(([id, doc]) => {
      const known = before.get(id)
      const change = byId.get(id)
      if (!known) return [watchEvent(version, change ? typeOf(change) : 'limit', 'enqueue', { id, doc })]
      if (equalValues(known, doc)) return []
      return [watchEvent(version, change ? typeOf(change) : 'update', 'update', { id, doc, before: known })]
    })
    return [...left, ...rest]
  }

  /** A document that has left may hold what its rule no longer shows. */
  private lastSight(doc: Document | null): Document | null {
    return this.request.isOpen ? doc : null
  }
}

function typeOf({ before, after, isReplacement }: Change): DataType {
  if (!after) return 'remove'
  if (!before) return 'add'
  return isReplacement ? 'replace' : 'update'
}

function toJson(events: WatchEvent[]): string {
  return events.map((event) => JSON.stringify(event)).join(',')
}
