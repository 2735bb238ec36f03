import * as z from 'zod'
import type { AreaPath } from '../shared/area'
import { timestampSchema } from '../shared/time'

/** That a community's staff were sent their digest: one a day, whatever happens in between. */
export const digestSchema = z.object({ _id: z.string(), at: timestampSchema })

/** @param day as `2026-11-22` */
export const digestId = (communityPath: AreaPath, day: string): string => `${communityPath}${day}`

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
  /** Promised to neighbours, and due today or before. */
  promises: number
}

/** Is there anything to do? Ratings that have not come yet are nothing that staff could do. */
export const isWorthTelling = (
  { fresh, late, waiting, unhappy, promises }: DeskCounts,
  calls: number,
): boolean => fresh + late + waiting + unhappy + promises + calls > 0
