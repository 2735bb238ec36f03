import type { Document, Sort } from './definitions'
import { EMPTY_ARRAY, invert, orderKey } from './order-key'
import { leavesAt } from './paths'

/** Sorts as MongoDB does: arrays by their least element going up, by their greatest going down. Stable. */
export function sortDocuments<T>(items: T[], sort: Sort, documentOf: (item: T) => Document): T[] {
  const keyed = items.map((item) => ({ item, key: sortKey(documentOf(item), sort) }))
  keyed.sort((a, b) => Buffer.compare(a.key, b.key))
  return keyed.map(({ item }) => item)
}

function sortKey(doc: Document, sort: Sort): Buffer {
  return Buffer.concat(
    Object.entries(sort).map(([path, direction]) => {
      const candidates = leavesAt(doc, path).flatMap(opened).map(orderKey).sort(Buffer.compare)
      const chosen = (direction === 1 ? candidates[0] : candidates.at(-1)) ?? orderKey(null)
      return direction === 1 ? chosen : invert(chosen)
    }),
  )
}

function opened(leaf: unknown): unknown[] {
  if (!Array.isArray(leaf)) return [leaf]
  return leaf.length === 0 ? [EMPTY_ARRAY] : leaf
}
