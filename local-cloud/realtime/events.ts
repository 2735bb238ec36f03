import type { Document } from '../database/definitions'
import { equalValues } from '../database/order-key'
import { encode, isPlainObject } from '../database/wire'

/** What happened to a document: `limit` when only the window has moved. */
export type DataType = 'init' | 'add' | 'update' | 'replace' | 'remove' | 'limit'

/** One change as the wire has it (source: `getPublicEvent` in the web SDK's realtime client). */
export interface WatchEvent {
  /** The number of the commit's batch: one more than that of the batch before. */
  ID: number
  DataType: DataType
  QueueType: 'init' | 'enqueue' | 'update' | 'dequeue'
  DocID: string
  /** EJSON text; empty when the document is gone. */
  Doc: string
  /** For `update`: EJSON text of dotted paths and their new values. */
  UpdatedFields: string
  /** For `update`: JSON text of a list of dotted paths. */
  RemovedFields: string
}

/** An event of the batch `ID`; `before` is what watchers know, for `update`. */
export function watchEvent(
  ID: number,
  DataType: DataType,
  QueueType: WatchEvent['QueueType'],
  { id, doc, before }: { id: string; doc: Document | null; before?: Document | null },
): WatchEvent {
  const event = { ID, DataType, QueueType, DocID: id, Doc: doc ? encode(doc) : '' }
  if (DataType !== 'update' || !doc || !before) return { ...event, UpdatedFields: '', RemovedFields: '' }
  const difference = differenceOf(before, doc)
  return {
    ...event,
    UpdatedFields: encode(difference.updated),
    RemovedFields: JSON.stringify(difference.removed),
  }
}

/** What an update has changed: dotted paths with their new values, and dotted paths that are gone. */
export function differenceOf(before: Document, after: Document): { updated: Document; removed: string[] } {
  const found = { updated: {} as Document, removed: [] as string[] }
  compare('', before, after, found)
  return found
}

function compare(
  path: string,
  before: unknown,
  after: unknown,
  found: { updated: Document; removed: string[] },
): void {
  if (equalValues(before, after)) return
  if (isPlainObject(before) && isPlainObject(after)) {
    for (const [key, value] of Object.entries(after)) {
      const inside = path === '' ? key : `${path}.${key}`
      if (Object.hasOwn(before, key)) compare(inside, before[key], value, found)
      else found.updated[inside] = value
    }
    const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key))
    found.removed.push(...gone.map((key) => (path === '' ? key : `${path}.${key}`)))
  } else if (Array.isArray(before) && Array.isArray(after) && after.length >= before.length) {
    after.forEach((value: unknown, i) => {
      if (i < before.length) compare(`${path}.${i}`, before[i], value, found)
      else found.updated[`${path}.${i}`] = value
    })
  } else found.updated[path] = after
}
