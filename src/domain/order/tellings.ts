import { ancestorAt, ancestorsOf, areasOfHome, isWithin, type AreaPath } from '../shared/area'
import { roleKey, type Role } from '../shared/role'
import { lowStars, type Moment } from './parts'
import type { Order } from './schema'
import type { OrderEvent } from './status'

/** A person's id, or the keys of roles that several may hold. */
type Recipient = string | null

const toAll = (people: readonly Recipient[], moment: Moment): [Recipient, Moment][] =>
  [...new Set(people)].map((userId) => [userId, moment])

const helpedBy = ({ requesterId, beneficiary }: Order): Recipient[] => [
  requesterId,
  beneficiary.kind === 'other' ? beneficiary.userId : null,
]

const peopleOf = ({ offer }: Order): string[] =>
  offer?.kind === 'people' ? offer.people.map(({ userId }) => userId) : []

const standInsOf = ({ takers }: Order): string[] =>
  takers.flatMap(({ standIn }) => (standIn ? [standIn.userId] : []))

const holders = (role: Role, areas: readonly AreaPath[]): string =>
  areas.map((path) => roleKey(role, path)).join(' ')

/** Staff of the community whose desk has it, or of a part of it where the home lies; role keys, with blanks between. */
export const staffOf = ({ areaPath, communityPath }: Pick<Order, 'areaPath' | 'communityPath'>): string =>
  holders('communityStaff', [
    ...ancestorsOf(communityPath),
    ...ancestorsOf(areaPath).filter((path) => path !== communityPath && isWithin(path, communityPath)),
  ])

/**
 * Who has to know that it is late, level by level: the leaders of the home, be it of its micro-grid, its stairwell or
 * all of its building; staff; the street. null: nobody yet.
 */
export function answerable(order: Order): Recipient {
  const street = ancestorAt(order.areaPath, 'street')
  const byLevel = [
    null,
    holders('microGridLeader', areasOfHome(order)),
    staffOf(order),
    street && holders('streetOffice', [street]),
  ]
  return byLevel[order.lateness] ?? null
}

/** Who is told of what once the event has happened; whoever made it happen, or was asked before, knows already. */
export function tellings(event: OrderEvent, before: Order, after: Order): [Recipient, Moment][] {
  const comers = [...before.takerIds, ...before.offeredIds]
  const left = before.takerIds.filter((userId) => !after.takers.some((taker) => taker.userId === userId))
  switch (event) {
    case 'dispatch':
    case 'advance':
    case 'reopen':
      return toAll(
        peopleOf(after).filter((userId) => !peopleOf(before).includes(userId)),
        'offered',
      )
    case 'declineStandIn':
      return toAll(
        before.takers.flatMap(({ userId, standIn }) =>
          standIn && !standInsOf(after).includes(standIn.userId) ? [userId] : [],
        ),
        'standInDeclined',
      )
    case 'proposeStandIn':
      return toAll(
        standInsOf(after).filter((userId) => !standInsOf(before).includes(userId)),
        'offered',
      )
    case 'accept':
    case 'takeOver':
      return [...toAll(helpedBy(after), 'accepted'), ...toAll(left, 'released')]
    case 'complete':
    case 'completeFor':
      // What is told afterwards of what is done already is no news of it.
      return before.status === 'completed'
        ? []
        : toAll([...helpedBy(after), ...after.followerIds], 'completed')
    case 'release':
    case 'noShow':
    case 'withdraw':
    case 'lapse':
      return [
        // Where others are at the door, nobody else is looked for.
        ...(left.length > 0 && after.status !== 'inService' ? toAll(helpedBy(after), 'released') : []),
        ...toAll(left.length > 0 ? left : before.offeredIds, 'released'),
      ]
    case 'cancel':
      return toAll([...helpedBy(after), ...comers, ...after.followerIds], 'cancelled')
    case 'merge':
      return toAll([...helpedBy(after), ...after.followerIds], 'merged')
    case 'defer':
      return toAll([...helpedBy(after), ...after.followerIds], 'deferred')
    case 'wake':
    case 'resume':
      return toAll(helpedBy(after), 'resumed')
    case 'remark':
      return toAll([...helpedBy(after), ...after.takerIds], 'remarked')
    case 'correctHours':
      return toAll(
        after.served.slice(-1).map(({ userId }) => userId),
        'hoursCorrected',
      )
    case 'rateVisit':
      return after.visitRatings.slice(-1).some(({ safety }) => safety === 'unsafe')
        ? [[staffOf(after), 'unsafe']]
        : []
    case 'redirect':
      return toAll([...helpedBy(after), ...after.followerIds], 'redirected')
    case 'review':
      return (after.review?.stars ?? 5) <= lowStars ? [[staffOf(after), 'unhappy']] : []
    case 'escalate':
      return [[answerable(after), 'late']]
    case 'expire':
      return toAll(helpedBy(after), 'closed')
    default:
      return []
  }
}
