import * as z from 'zod'
import type { Membership } from '../account/schema'
import { ancestorAt, areaPathSchema, type AreaPath } from '../shared/area'
import { idSchema } from '../shared/ids'
import { days, timestampSchema, type Timestamp } from '../shared/time'
import { turnedAwayAt, type Former } from './doubts'

/**
 * Somebody was removed from a building, nobody has vouched for them since, and they have cancelled their account. The
 * building remembers the phone for a while, by a mark that tells of nobody, so that nobody comes back in by that.
 */
export const removalSchema = z.object({
  /** A keyed print of the phone's openid and the building: it is found by that phone alone, and leads nowhere. */
  _id: idSchema,
  buildingPath: areaPathSchema,
  /** When they were removed. */
  at: timestampSchema,
  /** When it is forgotten. */
  expiresAt: timestampSchema,
})
export type Removal = z.infer<typeof removalSchema>

/** How long a building remembers, after the account is cancelled, ms. */
export const removalKept = days(365)

/** The buildings that somebody may not come back to unasked, with the name of one home in each. */
export function standingRemovals(
  memberships: readonly Membership[],
): { buildingPath: AreaPath; areaName: string; at: Timestamp }[] {
  const buildings = new Map(
    memberships.flatMap(({ areaName, areaPath }) => {
      const buildingPath = ancestorAt(areaPath, 'building')
      return buildingPath === null ? [] : [[buildingPath, areaName] as const]
    }),
  )
  return [...buildings].flatMap(([buildingPath, areaName]) => {
    const at = turnedAwayAt(memberships, buildingPath, ['removed'])
    return at === null ? [] : [{ buildingPath, areaName, at }]
  })
}

/** What the building remembers, as a home that was once theirs; nothing once it is over. */
export const asFormer = (removal: Removal | null, now: Timestamp): Former[] =>
  removal === null || removal.expiresAt <= now
    ? []
    : [{ areaPath: removal.buildingPath, standing: 'removed', endedAt: removal.at, decidedAt: removal.at }]
