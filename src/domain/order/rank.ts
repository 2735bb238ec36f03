import * as z from 'zod'
import { personCardSchema, toPersonCard, type Account } from '../account/schema'
import { isCurrent } from '../account/index-fields'
import { ancestorAt } from '../shared/area'
import type { Order } from './schema'

/** Why someone is a good choice, or a poor one; `src/copy` has the words. */
export const rankReasonSchema = z.enum([
  'skilled',
  'sameBuilding',
  'sameEstate',
  'free',
  'busy',
  'declinedBefore',
])
export type RankReason = z.infer<typeof rankReasonSchema>

export const suggestionSchema = personCardSchema.extend({
  score: z.number(),
  openCount: z.number().int(),
  reasons: z.array(rankReasonSchema),
})
export type Suggestion = z.infer<typeof suggestionSchema>

const weights: Readonly<Record<RankReason, number>> = {
  skilled: 40,
  sameBuilding: 30,
  sameEstate: 15,
  free: 10,
  busy: -30,
  declinedBefore: -60,
}
/** From this many open orders on, someone is busy. */
const busyFrom = 3

/** Volunteers for an order, best first, each with the reasons for and against; equal ones by name. */
export function rankVolunteers(
  order: Order,
  volunteers: readonly Account[],
  openCounts: ReadonlyMap<string, number>,
): Suggestion[] {
  const gaveBack = new Set(
    order.activity.filter(({ event }) => event === 'decline' || event === 'release').map(({ by }) => by),
  )
  const here = (level: 'building' | 'estate'): string | null => ancestorAt(order.areaPath, level)
  return volunteers
    .filter(({ _id }) => _id !== order.requesterId)
    .map((volunteer) => {
      const openCount = openCounts.get(volunteer._id) ?? 0
      const lives = (level: 'building' | 'estate'): boolean =>
        volunteer.memberships.some(
          (home) =>
            isCurrent(home) && here(level) !== null && ancestorAt(home.areaPath, level) === here(level),
        )
      const near: RankReason[] = lives('building') ? ['sameBuilding'] : lives('estate') ? ['sameEstate'] : []
      const reasons: RankReason[] = [
        ...(volunteer.skills.includes(order.service) ? ['skilled' as const] : []),
        ...near,
        ...(openCount === 0 ? ['free' as const] : []),
        ...(openCount >= busyFrom ? ['busy' as const] : []),
        ...(gaveBack.has(volunteer._id) ? ['declinedBefore' as const] : []),
      ]
      const score = reasons.reduce((sum, reason) => sum + weights[reason], 0) - openCount
      return { ...toPersonCard(volunteer), score, openCount, reasons }
    })
    .sort((a, b) => b.score - a.score || a.nickname.localeCompare(b.nickname))
}
