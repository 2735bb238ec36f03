import { isCaretakerInside, isConfirmedIn, isStaffOf, livesIn, type Actor } from '../account/policy'
import { isDispatcher, isPastCharge, partiesOf } from '../order/policy'
import { newsForDesk, type Order } from '../order/schema'
import type { Party } from '../order/transitions'
import { holdsRole, type Role } from '../shared/role'
import { days, type Timestamp } from '../shared/time'
import { recallWithin, type MessageAction } from './contract'
import { circleParts, groupKindOf, isThread, placeOfGroup, type Circle } from './thread'
import type { AuthorTitle, Message, MessageBody, SaidBody } from './schema'

/** Who works together in a circle. */
export const circleRoles: Readonly<Record<Circle, readonly Role[]>> = {
  volunteers: ['volunteer', 'communityStaff'],
  staff: ['communityStaff', 'gridWorker'],
}

/**
 * A place's group is open to those who live there and to those who look after it or a part of it, a circle to those
 * who work in it. For the thread of an order see `canReadThread`.
 */
export function canReadGroup(actor: Actor, groupPath: string): boolean {
  const circle = circleParts(groupPath)
  if (circle) return holdsRole(actor.roles, circleRoles[circle.circle], circle.communityPath)
  return !isThread(groupPath) && (livesIn(actor, groupPath) || isCaretakerInside(actor, groupPath))
}

/**
 * Who may say the first word of a group: of a building or a circle anyone who reads it. A stairwell or a micro-grid
 * has a group from the first line that its leaders or staff write; until then its neighbours have none.
 */
export function canBeginGroup(actor: Actor, groupPath: string): boolean {
  const kind = groupKindOf(groupPath)
  const isPart = kind === 'unit' || kind === 'grid'
  return canReadGroup(actor, groupPath) && (!isPart || isCaretakerInside(actor, groupPath))
}

/** Leaders and staff see to it that people get on, and may call everyone: of the whole place, or of a part of it; in a circle its staff. */
export function canModerate(actor: Actor, groupPath: string): boolean {
  const circle = circleParts(groupPath)
  if (circle) return isStaffOf(actor, circle.communityPath)
  return !isThread(groupPath) && isCaretakerInside(actor, groupPath)
}

/** What a person said; the house's own lines are nobody's to answer or to carry on. */
export const isSaid = (body: MessageBody): body is SaidBody =>
  body.kind === 'text' || body.kind === 'image' || body.kind === 'voice'

/** A picture or voice that WeChat has not let pass is its author's alone. */
export const isHiddenFrom = (
  actor: Pick<Actor, '_id'>,
  { authorId, mediaCheck }: Pick<Message, 'authorId' | 'mediaCheck'>,
): boolean => authorId !== actor._id && (mediaCheck === 'pending' || mediaCheck === 'risky')

/** What somebody who reads a group may do with a message of it, as the phone shows it. */
export function messageActions(actor: Actor, message: Message, now: Timestamp): MessageAction[] {
  const { authorId, body, groupPath, sentAt, state } = message
  if (state !== 'normal' || authorId === null || !isSaid(body)) return []
  const isMine = authorId === actor._id
  const isSeen = !isHiddenFrom(actor, message)
  const rows: [MessageAction, boolean][] = [
    ['reply', isSeen],
    ['copy', body.kind === 'text'],
    ['thumb', isSeen],
    ['forward', isSeen && !isThread(groupPath)],
    ['recall', isMine && now - sentAt < recallWithin],
    ...(isThread(groupPath) ? [] : groupRows(actor, message, isSeen)),
  ]
  return rows.filter(([, may]) => may).map(([action]) => action)
}

/** What can be made of a message that all the group reads. */
function groupRows(
  actor: Actor,
  { authorId, became, groupPath }: Message,
  isSeen: boolean,
): [MessageAction, boolean][] {
  const isMine = authorId === actor._id
  const isModerator = canModerate(actor, groupPath)
  const isCircle = circleParts(groupPath) !== null
  const isVouched = isCircle || isModerator || isConfirmedIn(actor, groupPath)
  return [
    ['toOrder', isMine && became === null && !isCircle],
    ['askToOrder', !isMine && isSeen && became === null && !isCircle && isVouched],
    ['toTopic', isSeen && isVouched],
    ['toPromise', !isMine && isSeen && became === null && isModerator],
    ['report', !isMine && isSeen],
    ['remove', !isMine && isModerator],
    ['silence', !isMine && isModerator],
  ]
}

const inThread = ['requester', 'beneficiary', 'taker', 'dispatcher'] as const satisfies readonly Party[]

/**
 * The thread of an order is between those who have a part in it now: who asked, who is helped, who comes, and the
 * office. Whoever is only asked to come (an offer, the hall, standing in), lives there, follows it or leads the
 * building has none; who gives it back is out of it at once. Those who came keep it: they stay the order's takers.
 * Whoever acts for the one helped is in it while there is something to do, or to rate.
 */
export const canReadThread = (actor: Actor, order: Order): boolean =>
  partiesOf(actor, order).some(
    (party) =>
      inThread.some((one) => one === party) && !(party === 'beneficiary' && isPastCharge(actor, order)),
  )

/** For a word of thanks, or the forgotten umbrella. */
const grace = days(2)

/**
 * When nothing can be said in an order's thread any more; null: as long as it stands as it does. That is while it is
 * open or waits to be rated, and in any case two days from its completion. What came to nothing (cancelled, somebody
 * else's job, merged) has nothing left to arrange: 0.
 */
export function threadClosesAt({ phase, status, completedAt }: Order): Timestamp | null {
  if (phase !== 'done' || status === 'completed') return null
  const hasServed = status === 'reviewed' || status === 'closed'
  return hasServed && completedAt !== null ? completedAt + grace : 0
}

export const canWriteThread = (actor: Actor, order: Order, now: Timestamp): boolean =>
  canReadThread(actor, order) && now < (threadClosesAt(order) ?? Infinity)

/** Those between whom it runs, beside the office. */
export const threadPeople = ({ helpedIds, takerIds }: Pick<Order, 'helpedIds' | 'takerIds'>): string[] => [
  ...new Set([...helpedIds, ...takerIds]),
]

/** Whom something said by `author` is news for (see `newsFor` of an order): the office, while nobody else hears it. */
export function newsFor(author: Actor, order: Order): string[] {
  const others = threadPeople(order).filter((userId) => userId !== author._id)
  const isUnheard = order.takerIds.length === 0 && !isDispatcher(author, order)
  return isUnheard ? [...others, newsForDesk] : others
}

/** Under which of those keys somebody reads. */
export const newsKeysOf = (actor: Actor, order: Order): string[] =>
  isDispatcher(actor, order) ? [actor._id, newsForDesk] : [actor._id]

/** What someone in an order's thread is to it, in the words that building groups use. */
export function titleInThread(actor: Actor, order: Order): AuthorTitle {
  const parties = partiesOf(actor, order)
  if (parties.includes('taker')) return 'volunteer'
  if (parties.includes('dispatcher')) return 'communityStaff'
  return parties.includes('leader') ? 'microGridLeader' : 'neighbour'
}

const titles = ['communityStaff', 'microGridLeader', 'volunteer'] as const satisfies readonly (Role &
  AuthorTitle)[]

/** The title beside someone's name: the highest role held for the building, else whether they are confirmed there. */
export function titleIn(actor: Actor, groupPath: string): AuthorTitle {
  const place = placeOfGroup(groupPath) ?? groupPath
  const title = titles.find((role) => holdsRole(actor.roles, [role], place))
  if (title) return title
  if (actor.roles.some(({ role, areaPath }) => role === 'microGridLeader' && areaPath.startsWith(place)))
    return 'microGridLeader'
  // Who works in a circle is no stranger there, wherever they live.
  return circleParts(groupPath) || isConfirmedIn(actor, place) ? 'neighbour' : 'newcomer'
}
