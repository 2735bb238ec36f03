import * as z from 'zod'
import { isCurrent } from '../account/index-fields'
import type { Account } from '../account/schema'
import { dayIdsOf } from '../series/day-id'
import { ancestorAt, type AreaLevel } from '../shared/area'
import { startOfDay, weekdayOf } from '../shared/calendar'
import { days, minutes, type Timestamp } from '../shared/time'
import type { TimeWindow } from './parts'
import { beneficiaryIdOf, type Order } from './schema'

/** Why someone is a good choice; `src/copy` has the words. */
export const reasonsFor = [
  'skilled',
  'sameUnit',
  'sameBuilding',
  'sameEstate',
  'freeThen',
  'helpedBefore',
  'fewThisMonth',
] as const
/** Why not. The last five rule someone out. */
export const reasonsAgainst = [
  'manyThisMonth',
  'busy',
  'gaveBackBefore',
  'unsafeHome',
  'lacksSkill',
  'offDuty',
  'atCap',
  'otherTimes',
  'avoids',
] as const
export const fitReasonSchema = z.enum([...reasonsFor, ...reasonsAgainst])
export type FitReason = z.infer<typeof fitReasonSchema>

const rulesOut: readonly FitReason[] = ['lacksSkill', 'offDuty', 'atCap', 'otherTimes', 'avoids']

export const weights: Readonly<Record<FitReason, number>> = {
  skilled: 40,
  sameUnit: 35,
  sameBuilding: 30,
  sameEstate: 15,
  freeThen: 10,
  helpedBefore: 25,
  fewThisMonth: 10,
  manyThisMonth: -15,
  busy: -30,
  gaveBackBefore: -60,
  // Of the home, not of the one who goes: it is said to staff, and ranks nobody.
  unsafeHome: 0,
  lacksSkill: -100,
  offDuty: -100,
  atCap: -100,
  otherTimes: -100,
  avoids: -100,
}
/** What each order that someone has taken and not finished takes off their score. */
export const perOpenOrder = 3

/** A volunteer as fitting looks at them. */
export type Helper = Pick<Account, '_id' | 'nickname' | 'memberships' | 'skills' | 'volunteer'>

/** What someone has on their hands. */
export interface Load {
  /** Orders taken and not finished that count against one more (see `openBeside`). */
  open: number
  /** Orders completed within the last 30 days. */
  month: number
  /** Have they helped the same person before? */
  hasHelped: boolean
  /** Times already promised to others. */
  promised: readonly TimeWindow[]
}
/**
 * Somebody's open orders that count against one more: against a day of a series the other days of that series don't,
 * since they agreed to them together. This is the one rule of who has as many as they want.
 */
export const openBeside = ({ seriesId }: Pick<Order, 'seriesId'>, openIds: readonly string[]): string[] =>
  openIds.filter((orderId) => seriesId === null || !orderId.startsWith(dayIdsOf({ _id: seriesId })))

/** What an account alone tells of it. */
export const loadAtHand = (order: Pick<Order, 'seriesId'>, { openIds }: Pick<Account, 'openIds'>): Load => ({
  ...noLoad,
  open: openBeside(order, openIds).length,
})

export const noLoad: Load = { open: 0, month: 0, hasHelped: false, promised: [] }

/** How well someone fits; those who can't come at all are not eligible, and why is among the reasons. */
export interface Fit {
  score: number
  reasons: FitReason[]
  isEligible: boolean
}

type Wanted = Pick<
  Order,
  'service' | 'areaPath' | 'window' | 'activity' | 'requesterId' | 'beneficiary' | 'urgent'
>

const gaveBack = ['decline', 'release']

/** Those who gave it back, or from whom it was taken. */
export const gaveBackIds = ({ activity }: Pick<Order, 'activity'>): string[] => [
  ...new Set(
    activity.flatMap(({ event, by, whom }) =>
      [whom ?? null, gaveBack.includes(event) ? by : null].filter((id) => id !== null),
    ),
  ),
]

/** @param meanMonth what volunteers here do in a month on average, for a fair share */
export function fitOf(order: Wanted, helper: Helper, load: Load, at: Timestamp, meanMonth = 0): Fit {
  const { skills } = order.service
  const isSkilled = skills.every((skill) => helper.skills.includes(skill))
  const isPromised = load.promised.some((window) => overlaps(window, order.window))
  const met: [FitReason, boolean][] = [
    ['skilled', skills.length > 0 && isSkilled],
    ['freeThen', order.window !== null && !isPromised],
    ['helpedBefore', load.hasHelped],
    ['fewThisMonth', meanMonth > 0 && load.month < meanMonth / 2],
    ['manyThisMonth', meanMonth > 0 && load.month > meanMonth * 2],
    ['busy', isPromised],
    ['gaveBackBefore', gaveBackIds(order).includes(helper._id)],
    ['lacksSkill', !isSkilled],
    ['offDuty', (helper.volunteer.offUntil ?? 0) > at],
    ['atCap', load.open >= helper.volunteer.cap],
    ['otherTimes', order.window !== null && !isWithinTimes(helper, order.window)],
    [
      'avoids',
      helper.volunteer.avoids.some((id) => id === order.requesterId || id === beneficiaryIdOf(order)),
    ],
  ]
  const near = nearnessOf(order.areaPath, helper)
  const reasons = [...(near ? [near] : []), ...met.filter(([, is]) => is).map(([reason]) => reason)]
  return {
    reasons,
    score: reasons.reduce((sum, reason) => sum + weights[reason], 0) - perOpenOrder * load.open,
    isEligible: !reasons.some((reason) => rulesOut.includes(reason)),
  }
}

/** How near someone may live, the nearest first, and the reason that it is. */
export const nearness = [
  ['unit', 'sameUnit'],
  ['building', 'sameBuilding'],
  ['estate', 'sameEstate'],
] as const satisfies readonly (readonly [AreaLevel, FitReason])[]

/** How near someone lives, by area. */
function nearnessOf(areaPath: string, helper: Helper): FitReason | null {
  const lives = (level: AreaLevel): boolean => {
    const here = ancestorAt(areaPath, level)
    return helper.memberships.some(
      (home) => here !== null && isCurrent(home) && ancestorAt(home.areaPath, level) === here,
    )
  }
  return nearness.find(([level]) => lives(level))?.[1] ?? null
}

const overlaps = (a: TimeWindow, b: TimeWindow | null): boolean =>
  b !== null && a.from < b.to && b.from < a.to

/** Does some of the window lie in the times that they keep free? */
function isWithinTimes({ volunteer }: Helper, window: TimeWindow): boolean {
  if (volunteer.times.length === 0) return true
  for (let day = startOfDay(window.from); day < window.to; day += days(1)) {
    const isFree = volunteer.times.some(
      (time) =>
        time.weekday === weekdayOf(day) &&
        overlaps({ from: day + minutes(time.from), to: day + minutes(time.to) }, window),
    )
    if (isFree) return true
  }
  return false
}
