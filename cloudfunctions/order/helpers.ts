import type { Account } from '@/domain/account/schema'
import { fitOf, noLoad, type Fit, type Load } from '@/domain/order/fit'
import type { Suggestion } from '@/domain/order/contract'
import { isHelped } from '@/domain/order/policy'
import { beneficiaryIdOf, type Order } from '@/domain/order/schema'
import { ancestorAt, ancestorsOf, type AreaPath } from '@/domain/shared/area'
import { roleKey } from '@/domain/shared/role'
import { pageKey } from '@/domain/shared/paging'
import { days, type Timestamp } from '@/domain/shared/time'
import type { Where } from '../_runtime/collection'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'

/** Volunteers looked at for one order, those of its estate and those who can do it; and for a whole desk. */
const considered = { near: 50, able: 100, desk: 300 }

const helperFields = ['_id', 'nickname', 'memberships', 'roles', 'skills', 'volunteer', 'openIds'] as const
/** As much of a volunteer's account as fitting looks at. */
export type Volunteer = Pick<Account, (typeof helperFields)[number]>

/** Volunteers for the area or for one that holds it. */
const volunteersFor = (areaPath: AreaPath): Where => ({
  roleKeys: command.in(ancestorsOf(areaPath).map((path) => roleKey('volunteer', path))),
})

/** Who may be asked by a desk. */
export const findVolunteers = (store: Store, areaPath: AreaPath): Promise<Volunteer[]> =>
  store.accounts.findParts(volunteersFor(areaPath), helperFields, { limit: considered.desk })

/** Who may be asked to an order: however many volunteer, those of the estate and those who can do it are among them. */
export async function findHelpers(store: Store, { areaPath, service }: Order): Promise<Volunteer[]> {
  const where = volunteersFor(areaPath)
  const estate = ancestorAt(areaPath, 'estate')
  const skilled = service.skills.length > 0 ? { skills: command.all(service.skills) } : {}
  const [near, able] = await Promise.all([
    estate === null
      ? []
      : store.accounts.findParts({ homeAt: estate, ...where }, helperFields, { limit: considered.near }),
    store.accounts.findParts({ ...where, ...skilled }, helperFields, { limit: considered.able }),
  ])
  return [...new Map([...near, ...able].map((one) => [one._id, one])).values()]
}

/** The best for an order by what the accounts alone tell, before anyone asks what each has done of late. */
export const shortlist = (
  order: Order,
  volunteers: readonly Volunteer[],
  now: Timestamp,
  count: number,
): Volunteer[] =>
  volunteers
    .map((one) => ({ one, fit: fitOf(order, one, { ...noLoad, open: one.openIds.length }, now) }))
    .sort((a, b) => b.fit.score - a.fit.score)
    .slice(0, count)
    .map(({ one }) => one)

const workFields = ['takerIds', 'phase', 'completedAt', 'window', 'requesterId', 'beneficiary'] as const
/** As much of an order as says who did what for whom. */
export type Work = Pick<Order, (typeof workFields)[number]>

/** Volunteers asked after in one query: an index is read at one place for each of them and each phase. */
const perQuery = 100

/** What each has done of late: their orders of the last 30 days, the newest 1,000 of each hundred at most. */
export async function findRecentWork(
  store: Store,
  volunteers: readonly Volunteer[],
  now: Timestamp,
): Promise<Work[]> {
  const ids = volunteers.map(({ _id }) => _id)
  const queries = Array.from({ length: Math.ceil(ids.length / perQuery) }, (_, part) =>
    store.orders.findParts(
      {
        takerIds: command.in(ids.slice(part * perQuery, (part + 1) * perQuery)),
        phase: command.in(['moving', 'done']),
        createdKey: command.gte(pageKey(now - days(30), '')),
      },
      ['_id', ...workFields],
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
    open: Math.max(open.length, volunteer.openIds.length),
    month: mine.filter(({ completedAt }) => completedAt !== null).length,
    // Without an account nobody can tell whether two of them are the same person.
    hasHelped:
      helpedId !== null &&
      mine.some((done) => done.completedAt !== null && beneficiaryIdOf(done) === helpedId),
    promised: open.flatMap(({ window }) => (window ? [window] : [])),
  }
}

/** The volunteers for an order, best first, each with the reasons for and against; equal ones by name. */
export function suggestionsFor(
  order: Order,
  volunteers: readonly Volunteer[],
  work: readonly Work[],
  now: Timestamp,
): Suggestion[] {
  const done = work.filter(({ completedAt }) => completedAt !== null).length
  const mean = volunteers.length === 0 ? 0 : done / volunteers.length
  return volunteers
    .filter((volunteer) => !isHelped(volunteer, order))
    .map((volunteer) => {
      const load = loadOf(volunteer, work, order)
      return present(volunteer, load, fitOf(order, volunteer, load, now, mean))
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
