import { EJSON } from 'bson'
import type { Sort } from '../database/definitions'
import { decodeObject } from '../database/wire'
import { invalidParameter } from '../errors'
import type { CloudParts } from '../server/cloud-parts'

const MOST_ROWS = 100

/** A page of a collection's documents as EJSON text, how many match in all, and which index serves the query. */
export interface DocumentsView {
  list: { id: string; text: string }[]
  total: number
  skip: number
  limit: number
  /** Its name, `_id`, or null for a scan. */
  index: string | null
  /** What finding the page took, in ms. */
  ms: number
}

/**
 * Documents of `collection` that match `query` (EJSON), sorted by `sort` (`{"at": -1}`), from `skip` on.
 * Throws INVALID_PARAM for what is no EJSON, and what the database throws.
 */
export function documentsView({ engine, clock }: CloudParts, asked: URLSearchParams): DocumentsView {
  const collection = asked.get('collection') ?? ''
  const query = decodeObject(asked.get('query') ?? '', clock.now())
  const sort = sortOf(decodeObject(asked.get('sort') ?? '', clock.now()))
  const skip = wholeNumber(asked.get('skip'), 0)
  const limit = Math.min(wholeNumber(asked.get('limit'), 20), MOST_ROWS)
  const start = performance.now()
  const found = engine.find(collection, { query, sort, skip, limit, mayScan: true })
  const ms = Math.round((performance.now() - start) * 10) / 10
  return {
    list: found.map((doc) => ({
      id: String(doc._id),
      text: EJSON.stringify(doc, undefined, 2, { relaxed: true }),
    })),
    total: engine.find(collection, { query, mayScan: true }).length,
    skip,
    limit,
    index: engine.explain(collection, query, sort),
    ms,
  }
}

function sortOf(given: Record<string, unknown>): Sort | null {
  const entries = Object.entries(given).map(([path, direction]): [string, 1 | -1] => {
    if (direction === 1 || direction === -1) return [path, direction]
    throw invalidParameter(`sort: ${path} must be 1 or -1`)
  })
  return entries.length > 0 ? Object.fromEntries(entries) : null
}

function wholeNumber(text: string | null, usual: number): number {
  const value = Number(text ?? usual)
  if (Number.isInteger(value) && value >= 0) return value
  throw invalidParameter(`a whole number is expected, not ${String(text)}`)
}
