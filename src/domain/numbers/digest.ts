import * as z from 'zod'
import type { AreaPath } from '../shared/area'
import { idSchema } from '../shared/ids'
import { timestampSchema } from '../shared/time'

/** That the staff of a desk are sent their digest: one a day each, whatever happens in between. */
export const digestSchema = z.object({
  _id: z.string(),
  at: timestampSchema,
  /** Those of them who were not sent it yet: WeChat could not take it, or the run broke off. */
  waitingIds: z.array(idSchema).default([]),
})

export type Digest = z.infer<typeof digestSchema>

/** @param desk the area that its staff look after, or their areas one after the other; @param day as `2026-11-22` */
export const digestId = (desk: AreaPath, day: string): string => `${desk}${day}`

/** How a desk stands in the morning. */
export interface DeskCounts {
  /** Placed within the last day. */
  fresh: number
  /** Open and past due. */
  late: number
  waiting: number
  /** Done, not rated yet. */
  unrated: number
  /** Rated low, and nobody has asked after it. */
  unhappy: number
  /** A visit was felt unsafe, and nobody has looked into it. */
  unsafe: number
  /** Promised to neighbours, and due today or before. */
  promises: number
  /** Neighbours for whom nobody has vouched yet. */
  newcomers: number
}

/** Is there anything to do? Ratings that have not come yet are nothing that staff could do. */
export const isWorthTelling = (
  { fresh, late, waiting, unhappy, unsafe, promises, newcomers }: DeskCounts,
  calls: number,
): boolean => fresh + late + waiting + unhappy + unsafe + promises + newcomers + calls > 0
