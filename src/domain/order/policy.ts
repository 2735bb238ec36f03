import { isOpenHome } from '../account/index-fields'
import { isCaretakerAt, isStaffOf, livesIn, type Actor } from '../account/policy'
import type { Account, Membership } from '../account/schema'
import { actsFor } from '../resident/policy'
import { isWithin } from '../shared/area'
import { holdsRole, holdsRoleAt, type Role } from '../shared/role'
import { creditedEach } from './hours'
import { lowStars } from './parts'
import { beneficiaryIdOf, captainOf, freeSlots, isThere, type Order } from './schema'
import { humanEvents, orderStatuses, phaseOf, type OrderEvent, type OrderStatus } from './status'
import { transitionOf, type Party } from './transitions'

/** Is the role held for the home of an order, or for the community that looks after it? */
const holdsHere = (actor: Actor, role: Role, order: Order): boolean =>
  holdsRole(actor.roles, [role], order.areaPath) || holdsRole(actor.roles, [role], order.communityPath)

/** Was it placed by them, or for them? Whoever is helped does not help. */
export const isHelped = (
  actor: Pick<Actor, '_id'>,
  order: Pick<Order, 'requesterId' | 'beneficiary'>,
): boolean => order.requesterId === actor._id || beneficiaryIdOf(order) === actor._id

const isVolunteerHere = (actor: Actor, order: Order): boolean =>
  !isHelped(actor, order) && holdsHere(actor, 'volunteer', order)

/** Staff of the community whose desk has it, or of a part of it where the home lies; after a transfer the new one's. */
export const isDispatcher = (actor: Actor, order: Order): boolean =>
  isStaffOf(actor, order.communityPath) ||
  (isWithin(order.areaPath, order.communityPath) && isStaffOf(actor, order.areaPath))

/** What the actor is to this order, now; none for a stranger. */
export function partiesOf(actor: Actor, order: Order): Party[] {
  const isTaker = order.takers.some(({ userId }) => userId === actor._id)
  const inHall = order.status === 'dispatched' && order.offer?.kind === 'hall' && freeSlots(order) > 0
  const isOffered =
    order.offer?.kind === 'people' && order.offer.people.some(({ userId }) => userId === actor._id)
  const isAsked = order.takers.some(({ standIn }) => standIn?.userId === actor._id)
  const rows: [Party, boolean][] = [
    ['requester', order.requesterId === actor._id],
    ['beneficiary', order.requesterId !== actor._id && beneficiaryIdOf(order) === actor._id],
    ['offeree', isOffered && !isTaker && isVolunteerHere(actor, order)],
    ['hallVolunteer', inHall && !isTaker && isVolunteerHere(actor, order)],
    ['taker', isTaker],
    ['captain', captainOf(order.takers)?.userId === actor._id],
    ['standIn', isAsked && !isTaker && isVolunteerHere(actor, order)],
    ['dispatcher', isDispatcher(actor, order)],
    ['leader', holdsRoleAt(actor.roles, ['microGridLeader'], order)],
    ['neighbour', !isHelped(actor, order) && livesIn(actor, order.buildingPath)],
  ]
  return rows.filter(([, is]) => is).map(([party]) => party)
}

type Condition = (actor: Actor, order: Order) => boolean

const takerOf = (actor: Actor, order: Order) => order.takers.find(({ userId }) => userId === actor._id)

function isThereStill(actor: Actor, order: Order): boolean {
  const taker = takerOf(actor, order)
  return taker !== undefined && isThere(taker)
}

/** The last one there, after others went home from it: what they did together is done, and can't be given back. */
const isLeftOver = (actor: Actor, { takers }: Order): boolean =>
  takers.some(({ completedAt }) => completedAt !== null) &&
  takers.filter(isThere).every(({ userId }) => userId === actor._id)

/** What an event asks for beside the status and the party. */
const conditions: Partial<Record<OrderEvent, Condition>> = {
  closeRoster: (_actor, { takers }) => takers.length > 0,
  proposeStandIn: (actor, order) => takerOf(actor, order)?.checkedInAt === null,
  checkIn: (actor, order) => takerOf(actor, order)?.checkedInAt === null,
  checkOut: (actor, order) => isThereStill(actor, order) && order.takers.filter(isThere).length > 1,
  complete: isThereStill,
  release: (actor, order) => takerOf(actor, order)?.completedAt === null && !isLeftOver(actor, order),
  noShow: (_actor, { takers }) => takers.some(({ checkedInAt }) => checkedInAt === null),
  nod: (_actor, { takers }) => takers.some((taker) => isThere(taker) && taker.proof === null),
  callBack: (_actor, { unreached }) => unreached.length > 0,
  follow: (actor, { followerIds }) => !followerIds.includes(actor._id),
  rateVisit: (actor, { visitRatings }) => !visitRatings.some(({ userId }) => userId === actor._id),
  takeOffWall: (actor, order) =>
    order.wallMonth !== null && (order.review?.by === actor._id || takerOf(actor, order) !== undefined),
  correctHours: (actor, order) => creditedEach(order).some(({ userId }) => userId !== actor._id),
  lookInto: (_actor, { needsSafetyLook }) => needsSafetyLook,
  followUp: (_actor, { review, followUp }) => (review?.stars ?? 5) <= lowStars && followUp === null,
}

/** May the actor make this happen to the order as it stands? */
export function can(actor: Actor, event: OrderEvent, order: Order): boolean {
  const transition = transitionOf(order.status, event)
  if (!transition || !partiesOf(actor, order).some((party) => transition.by.includes(party))) return false
  return conditions[event]?.(actor, order) ?? true
}

/**
 * Could the actor ever have done this to the order, had it stood otherwise? It tells one who came too late
 * (they hear "conflict") from one who has no business with it (they hear "forbidden").
 */
export function couldEver(actor: Actor, event: OrderEvent, order: Order): boolean {
  const asked: Party[] = [
    ...partiesOf(actor, order),
    ...(isVolunteerHere(actor, order)
      ? (['hallVolunteer', 'offeree', 'taker', 'captain', 'standIn'] as const)
      : []),
  ]
  return orderStatuses.some((status) =>
    transitionOf(status, event)?.by.some((party) => asked.includes(party)),
  )
}

/** The buttons: every event of people's that `can` allows, in the order of `humanEvents`. */
export const allowedActions = (actor: Actor, order: Order): OrderEvent[] =>
  humanEvents.filter((event) => can(actor, event, order))

const isFollower = (actor: Actor, order: Order): boolean => order.followerIds.includes(actor._id)
/** Those with a part in it beyond living in the same building. */
const isParty = (actor: Actor, order: Order): boolean =>
  partiesOf(actor, order).some((party) => party !== 'neighbour')

/** Its leaders and staff, and the street, which hears of what is late. */
const looksAfter = (actor: Actor, order: Order): boolean =>
  isCaretakerAt(actor, order) || holdsRole(actor.roles, ['streetOffice'], order.areaPath)

/** Who may see that the order exists: those with a part in it, those who follow it or look after the area. */
export const canView = (actor: Actor, order: Order): boolean =>
  isParty(actor, order) || isFollower(actor, order) || looksAfter(actor, order)

const visitUnderWay: readonly OrderStatus[] = ['accepted', 'inService']

/** Door and phone: their owner always, those who come only from acceptance until they go. */
export const canViewContact = (actor: Actor, order: Order): boolean =>
  isHelped(actor, order) ||
  (takerOf(actor, order)?.completedAt === null && visitUnderWay.includes(order.status))

/** Who has been told that it is late may ask how things are. */
const isLateForLeader = (actor: Actor, order: Order): boolean =>
  order.lateness > 0 &&
  phaseOf[order.status] !== 'done' &&
  !isHelped(actor, order) &&
  holdsRoleAt(actor.roles, ['microGridLeader'], order)

/**
 * The office may call about what is still open, a rating or a visit that asks for a call, or what no message told;
 * leaders about what no message told, and what is late. Each look at the number is on record.
 */
export const canCall = (actor: Actor, order: Order): boolean =>
  can(actor, 'callBack', order) ||
  can(actor, 'followUp', order) ||
  can(actor, 'lookInto', order) ||
  isLateForLeader(actor, order) ||
  (isDispatcher(actor, order) && (phaseOf[order.status] !== 'done' || order.status === 'completed'))

/** The code that proves a visit is read from the phone of the one helped. */
export const canViewDoorCode = (actor: Actor, order: Order): boolean =>
  isHelped(actor, order) && visitUnderWay.includes(order.status)

/** Whoever has been there, or was to go. */
export const canAvoid = (actor: Actor, order: Order): boolean =>
  takerOf(actor, order) !== undefined || order.servedIds.includes(actor._id)

/** What is wanted, in their own words: not for those who only have the same trouble. */
export const canViewWords = (actor: Actor, order: Order): boolean =>
  isParty(actor, order) || looksAfter(actor, order)

/** The name of the one who asked: hidden from those who only browse the hall. */
export const canViewRequester = (actor: Actor, order: Order): boolean =>
  isCaretakerAt(actor, order) ||
  partiesOf(actor, order).some((party) => !['hallVolunteer', 'neighbour'].includes(party))

/** Notes among staff, what they found after a low rating, and how safe a visit was. */
export const canViewInternal = isDispatcher

/**
 * Someone may order to a home of their own; for somebody else also a neighbour in the same building, those who look
 * after it, and whoever acts for a person (`charge`) who lives there.
 */
export function canOrderTo(
  actor: Actor,
  homePath: string,
  buildingPath: string,
  isForOther: boolean,
  { gridPath = null, charge = null }: OrderPlace = {},
): boolean {
  const isAt = (home: Membership): boolean => home.areaPath === homePath && isOpenHome(home)
  if (actor.memberships.some(isAt)) return true
  if (!isForOther) return false
  const isCharge = charge !== null && actsFor(actor, charge) && charge.memberships.some(isAt)
  return isCharge || livesIn(actor, buildingPath) || isCaretakerAt(actor, { areaPath: homePath, gridPath })
}

/** What is known of where an order goes: the flat's micro-grid, and the account of the one it is for. */
interface OrderPlace {
  readonly gridPath?: string | null
  readonly charge?: Pick<Account, 'memberships' | 'proxies'> | null
}
