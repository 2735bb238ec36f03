import type { Account } from '@/domain/account/schema'
import { fitOf, loadAtHand, openBeside, type Fit, type FitReason, type Load } from '@/domain/order/fit'
import type { Suggestion } from '@/domain/order/contract'
import { isHelped } from '@/domain/order/policy'
import { beneficiaryIdOf, type Order } from '@/domain/order/schema'
import { isToUnsafe, type Home } from '@/domain/order/unsafe-home'
import { ancestorsOf, type AreaPath } from '@/domain/shared/area'
import { roleKey } from '@/domain/shared/role'
import { pageKey } from '@/domain/shared/paging'
import { days, type Timestamp } from '@/domain/shared/time'
import type { Where } from '../_runtime/collection'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import { scoreFor, scoreOfRoom } from './score-volunteers'

/** Volunteers looked at for one order, and for a whole desk; those who helped the same person before. */
const considered = { order: 100, desk: 300, helpedBefore: 20 }

const helperFields = [
  '_id',
  'nickname',
  'memberships',
  'roles',
  'skills',
  'volunteer',
  'openIds',
  'chargeIds',
] as const
/** As much of a volunteer's account as fitting looks at. */
export type Volunteer = Pick<Account, (typeof helperFields)[number]>

/** Volunteers for the area or for one that holds it. */
const volunteersFor = (areaPath: AreaPath): Where => ({
  roleKeys: command.in(ancestorsOf(areaPath).map((path) => roleKey('volunteer', path))),
})

/** Who may be asked by a desk: however many volunteer, those who can take most on. */
export const findVolunteers = (store: Store, areaPath: AreaPath, now: Timestamp): Promise<Volunteer[]> =>
  store.accounts.findBest(volunteersFor(areaPath), helperFields, {
    score: scoreOfRoom(now),
    limit: considered.desk,
  })

/** Who may be asked to an order: however many volunteer, the best by what the accounts alone tell, in that order. */
export const findHelpers = (store: Store, order: Order, now: Timestamp): Promise<Volunteer[]> =>
  store.accounts.findBest(volunteersFor(order.areaPath), helperFields, {
    score: scoreFor(order, now),
    limit: considered.order,
  })

/** Those who helped the same person of late: they may be better than the accounts alone tell. */
export async function findFormerHelpers(store: Store, order: Order, now: Timestamp): Promise<string[]> {
  const helpedId = beneficiaryIdOf(order)
  if (helpedId === null) return []
  const done = await store.orders.findParts(
    { helpedIds: helpedId, phase: command.in(['moving', 'done']), createdKey: command.gte(lately(now)) },
    workFields,
    { orderBy: ['createdKey', 'desc'], limit: considered.helpedBefore },
  )
  const theirs = done.filter((one) => one.completedAt !== null && beneficiaryIdOf(one) === helpedId)
  return [...new Set(theirs.flatMap(({ takerIds }) => takerIds))].slice(0, considered.helpedBefore)
}

/** Those of them who volunteer here still. @param ids at most 1,000 */
export const findVolunteersById = async (
  store: Store,
  areaPath: AreaPath,
  ids: readonly string[],
): Promise<Volunteer[]> =>
  ids.length === 0
    ? []
    : store.accounts.findParts({ _id: command.in([...ids]), ...volunteersFor(areaPath) }, helperFields, {
        limit: ids.length,
      })

/** The best for an order by what the accounts alone tell, before anyone asks what each has done of late. */
export const shortlist = (
  order: Order,
  volunteers: readonly Volunteer[],
  now: Timestamp,
  count: number,
): Volunteer[] =>
  volunteers
    .map((one) => ({ one, fit: fitOf(order, one, loadAtHand(order, one), now) }))
    .sort((a, b) => b.fit.score - a.fit.score)
    .slice(0, count)
    .map(({ one }) => one)

const workFields = [
  '_id',
  'takerIds',
  'phase',
  'completedAt',
  'window',
  'requesterId',
  'beneficiary',
] as const
/** As much of an order as says who did what for whom. */
export type Work = Pick<Order, (typeof workFields)[number]>

const lately = (now: Timestamp): string => pageKey(now - days(30), '')

/** Volunteers asked after in one query: an index is read at one place for each of them and each phase. */
const perQuery = 100

/** What each has done of late: their orders of the last 30 days, the newest 1,000 of each hundred at most. */
export async function findRecentWork(store: Store, ids: readonly string[], now: Timestamp): Promise<Work[]> {
  const queries = Array.from({ length: Math.ceil(ids.length / perQuery) }, (_, part) =>
    store.orders.findParts(
      {
        takerIds: command.in(ids.slice(part * perQuery, (part + 1) * perQuery)),
        phase: command.in(['moving', 'done']),
        createdKey: command.gte(lately(now)),
      },
      workFields,
      { orderBy: ['createdKey', 'desc'], limit: 1000 },
    ),
  )
  const found = (await Promise.all(queries)).flat()
  return [...new Map(found.map((work) => [work._id, work])).values()]
}

/** What someone has on their hands, as far as `work` tells. */
export function loadOf(volunteer: Volunteer, work: readonly Work[], order: Order): Load {
  const mine = work.filter(({ takerIds }) => takerIds.includes(volunteer._id))
  const open = mine.filter(({ phase }) => phase === 'moving')
  const helpedId = beneficiaryIdOf(order)
  return {
    open: Math.max(
      ...[open.map(({ _id }) => _id), volunteer.openIds].map((ids) => openBeside(order, ids).length),
    ),
    month: mine.filter(({ completedAt }) => completedAt !== null).length,
    // Without an account nobody can tell whether two of them are the same person.
    hasHelped:
      helpedId !== null &&
      mine.some((done) => done.completedAt !== null && beneficiaryIdOf(done) === helpedId),
    promised: open.flatMap(({ window }) => (window ? [window] : [])),
  }
}

/**
 * The volunteers for an order, best first, each with the reasons for and against; equal ones by name.
 * @param around what they have done of late, and the homes where visits were felt unsafe; for staff alone
 */
export function suggestionsFor(
  order: Order,
  volunteers: readonly Volunteer[],
  { work, unsafe }: { work: readonly Work[]; unsafe: readonly Home[] },
  now: Timestamp,
): Suggestion[] {
  const isUnsafe = isToUnsafe(order, unsafe)
  const done = work.filter(({ completedAt }) => completedAt !== null).length
  const mean = volunteers.length === 0 ? 0 : done / volunteers.length
  return volunteers
    .filter((volunteer) => !isHelped(volunteer, order))
    .map((volunteer) => {
      const load = loadOf(volunteer, work, order)
      const fit = fitOf(order, volunteer, load, now, mean)
      const reasons: FitReason[] = isUnsafe ? [...fit.reasons, 'unsafeHome'] : fit.reasons
      return present(volunteer, load, { ...fit, reasons })
    })
    .sort((a, b) => b.score - a.score || a.nickname.localeCompare(b.nickname))
}

const present = ({ _id, nickname }: Volunteer, { open, month }: Load, fit: Fit): Suggestion => ({
  userId: _id,
  nickname,
  openCount: open,
  monthCount: month,
  ...fit,
})
