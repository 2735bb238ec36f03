import * as z from 'zod'
import type { Timestamp } from './time'

export const pageInputSchema = z.object({
  cursor: z.string().max(96).nullable().default(null),
  limit: z.number().int().min(1).max(50).default(20),
})
export type PageInput = z.infer<typeof pageInputSchema>

/** A page of a list; `nextCursor` is null at its end. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })
export interface Page<T> {
  items: T[]
  nextCursor: string | null
}

/**
 * A sort key that no two documents share: a moment, then the id. Lists are ordered by it and the last one is
 * the cursor, so that a page never skips or repeats when moments are equal.
 */
export const pageKey = (at: Timestamp, id: string): string => `${String(at).padStart(16, '0')}-${id}`

/**
 * One page out of several pages of the same list, newest first, where one query can't ask for all of it.
 * @param key what each was ordered by, and their cursor
 */
export function joinedPages<T extends { readonly _id: string }>(
  pages: readonly Page<T>[],
  key: keyof T,
  limit: number,
): Page<T> {
  const found = [...new Map(pages.flatMap(({ items }) => items).map((item) => [item._id, item])).values()]
  const items = found.sort((a, b) => (String(a[key]) > String(b[key]) ? -1 : 1)).slice(0, limit)
  const last = items[items.length - 1]
  const isMore = found.length > items.length || pages.some(({ nextCursor }) => nextCursor !== null)
  return { items, nextCursor: isMore && last ? String(last[key]) : null }
}
