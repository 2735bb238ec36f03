import { isOpenHome } from '../account/index-fields'
import { isCaretakerAt, isStaffOf, livesIn, type Actor } from '../account/policy'
import type { Account } from '../account/schema'
import { isMeant } from '../membership/standing'
import { actsFor } from '../resident/policy'
import { ancestorAt, isWithin } from '../shared/area'
import { holdsRole, holdsRoleAt, type Role } from '../shared/role'
import { creditedEach } from './hours'
import { lowStars } from './parts'
import { beneficiaryIdOf, captainOf, freeSlots, isOwnThanks, isThere, type Order } from './schema'
import { humanEvents, orderStatuses, phaseOf, type OrderEvent, type OrderStatus } from './status'
import { transitionOf, type Party } from './transitions'

/** Is the role held for the home of an order, or for the community that looks after it? */
const holdsHere = (actor: Actor, role: Role, order: Order): boolean =>
  holdsRole(actor.roles, [role], order.areaPath) || holdsRole(actor.roles, [role], order.communityPath)

type Whose = Pick<Order, 'requesterId' | 'beneficiary'>

/** Do they act for the one helped, now? */
const actsForHelped = ({ chargeIds }: Pick<Actor, 'chargeIds'>, order: Whose): boolean => {
  const helpedId = beneficiaryIdOf(order)
  return helpedId !== null && chargeIds.includes(helpedId)
}

/** Was it placed by them, for them, or for one they act for? Whoever is helped does not help. */
export const isHelped = (actor: Pick<Actor, '_id' | 'chargeIds'>, order: Whose): boolean =>
  order.requesterId === actor._id || beneficiaryIdOf(order) === actor._id || actsForHelped(actor, order)

/** Did they place it, and could they place it still? Whoever has moved away, or acts for nobody any more, has no part. */
const isRequester = (actor: Actor, order: Order): boolean =>
  order.requesterId === actor._id &&
  (actsForHelped(actor, order) ||
    canOrderTo(actor, order.areaPath, order.buildingPath, order.beneficiary.kind === 'other', order))

/** Did they place it for somebody without an account, by their office or not? Nobody else can say that nobody came. */
const speaksForHelped = (actor: Actor, order: Order): boolean =>
  beneficiaryIdOf(order) === null && !takerOf(actor, order) && isRequester(actor, order)

/** By their office, and not as somebody vouched for who lives in that very flat. */
const isByOffice = (actor: Actor, order: Order): boolean =>
  (isCaretakerAt(actor, order) || isDispatcher(actor, order)) &&
  !actor.memberships.some(
    (home) => home.standing === 'confirmed' && isMeant({ ...order.contact, areaPath: order.areaPath })(home),
  )

/**
 * Is it for them to say how it was, and that somebody came? For the one helped, while the place is open to them, and
 * those who act for them; where nobody knows their account the neighbour who asked, but nobody by their office.
 */
function answersForHelped(actor: Actor, order: Order): boolean {
  const helpedId = beneficiaryIdOf(order)
  if (takerOf(actor, order)) return false
  if (helpedId === null) return speaksForHelped(actor, order) && !isByOffice(actor, order)
  return helpedId === actor._id ? hasHomeAt(actor, order.areaPath) : actsForHelped(actor, order)
}

/**
 * Do they act for the one helped and nothing more, and is there nothing left to do or to say? Whom somebody names
 * today has not been told what was done for them before.
 */
export const isPastCharge = (actor: Actor, order: Order): boolean =>
  order.requesterId !== actor._id &&
  actsForHelped(actor, order) &&
  phaseOf[order.status] === 'done' &&
  order.status !== 'completed'

const hasHomeAt = ({ memberships }: Pick<Actor, 'memberships'>, areaPath: string): boolean =>
  memberships.some((home) => home.areaPath === areaPath && isOpenHome(home))

const isVolunteerHere = (actor: Actor, order: Order): boolean =>
  !isHelped(actor, order) && holdsHere(actor, 'volunteer', order)

/** Staff of the community whose desk has it, or of a part of it where the home lies; after a transfer the new one's. */
export const isDispatcher = (actor: Actor, order: Order): boolean =>
  isStaffOf(actor, order.communityPath) ||
  (isWithin(order.areaPath, order.communityPath) && isStaffOf(actor, order.areaPath))

/** Of the home's building, stairwell or micro-grid. */
const isLeaderOf = (actor: Actor, order: Order): boolean =>
  holdsRoleAt(actor.roles, ['microGridLeader'], order)

/** What the actor is to this order, now; none for a stranger. */
export function partiesOf(actor: Actor, order: Order): Party[] {
  const isTaker = order.takers.some(({ userId }) => userId === actor._id)
  const inHall = order.status === 'dispatched' && order.offer?.kind === 'hall' && freeSlots(order) > 0
  const isOffered =
    order.offer?.kind === 'people' && order.offer.people.some(({ userId }) => userId === actor._id)
  const isAsked = order.takers.some(({ standIn }) => standIn?.userId === actor._id)
  const rows: [Party, boolean][] = [
    ['requester', isRequester(actor, order)],
    ['beneficiary', answersForHelped(actor, order)],
    ['spokesperson', speaksForHelped(actor, order)],
    ['offeree', isOffered && !isTaker && isVolunteerHere(actor, order)],
    ['hallVolunteer', inHall && !isTaker && isVolunteerHere(actor, order)],
    ['taker', isTaker],
    ['captain', captainOf(order.takers)?.userId === actor._id],
    ['standIn', isAsked && !isTaker && isVolunteerHere(actor, order)],
    ['dispatcher', isDispatcher(actor, order)],
    ['leader', isLeaderOf(actor, order)],
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

/** Were they there, others have ended it for them, and they have not told yet how it ended for them? */
function hasEndingToTell(actor: Actor, order: Order): boolean {
  const taker = takerOf(actor, order)
  if (!taker || taker.completedAt === null) return false
  const since = order.activity.filter(({ by, at }) => by === actor._id && at >= taker.acceptedAt)
  return !since.some(({ event }) => event === 'complete' || event === 'checkOut')
}

/** What an event asks for beside the status and the party. */
const conditions: Partial<Record<OrderEvent, Condition>> = {
  closeRoster: (_actor, { takers }) => takers.length > 0,
  proposeStandIn: (actor, order) => takerOf(actor, order)?.checkedInAt === null,
  checkIn: (actor, order) => takerOf(actor, order)?.checkedInAt === null,
  checkOut: (actor, order) =>
    order.status === 'completed'
      ? hasEndingToTell(actor, order)
      : isThereStill(actor, order) && order.takers.filter(isThere).length > 1,
  complete: (actor, order) =>
    order.status === 'completed' ? hasEndingToTell(actor, order) : isThereStill(actor, order),
  completeFor: (actor, order) => order.takers.some(isThere) && takerOf(actor, order) === undefined,
  release: (actor, order) => takerOf(actor, order)?.completedAt === null && !isLeftOver(actor, order),
  noShow: (_actor, { takers }) => takers.some(({ checkedInAt }) => checkedInAt === null),
  nod: (_actor, { takers }) => takers.some((taker) => isThere(taker) && taker.proof === null),
  callBack: (_actor, { unreached }) => unreached.length > 0,
  follow: (actor, { followerIds }) => !followerIds.includes(actor._id),
  rateVisit: (actor, { visitRatings }) => !visitRatings.some(({ userId }) => userId === actor._id),
  takeOffWall: (actor, order) =>
    order.wallMonth !== null &&
    (isOwnThanks(actor._id, order) || isDispatcher(actor, order) || isLeaderOf(actor, order)),
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

/** What a phone may still tell once it is done, if it was without network then: nobody is offered that. */
const toldAfterwards = ['checkIn', 'checkOut', 'complete'] as const satisfies readonly OrderEvent[]

/** The buttons: every event of people's that `can` allows, in the order of `humanEvents`. */
export const allowedActions = (actor: Actor, order: Order): OrderEvent[] =>
  humanEvents.filter(
    (event) =>
      can(actor, event, order) &&
      !(order.status === 'completed' && toldAfterwards.some((one) => one === event)),
  )

/**
 * How a visit ends of which a phone without network tells: who was alone there as it knew ends it for all, who was not
 * goes before the others. Who has come or gone meanwhile, it could not know.
 * @param asked what the phone thought
 */
export function endingOf(
  actor: Actor,
  asked: 'complete' | 'checkOut',
  order: Order,
): 'complete' | 'checkOut' {
  const other = asked === 'complete' ? 'checkOut' : 'complete'
  const isOther = order.status === 'inService' && !can(actor, asked, order) && can(actor, other, order)
  return isOther ? other : asked
}

/**
 * Neighbours with the same trouble, as long as they are neighbours: of the building, or of another one of the community
 * where staff have merged theirs into it; and whoever acts for such a one, wherever they live.
 */
const isFollower = (actor: Actor, order: Order): boolean =>
  order.followerIds.some((userId) => actor.chargeIds.includes(userId)) ||
  (order.followerIds.includes(actor._id) &&
    livesIn(actor, ancestorAt(order.areaPath, 'community') ?? order.buildingPath))

/** Was it about themselves, or about somebody whom only they know? Then its history stays theirs, wherever they live. */
const isOwnHistory = (actor: Actor, order: Order): boolean =>
  (beneficiaryIdOf(order) ?? order.requesterId) === actor._id

/** Those with a part in it beyond living in the same building. */
const isParty = (actor: Actor, order: Order): boolean =>
  partiesOf(actor, order).some((party) => party !== 'neighbour')

/** Its leaders and staff, and the street, which hears of what is late. */
const looksAfter = (actor: Actor, order: Order): boolean =>
  isCaretakerAt(actor, order) || holdsRole(actor.roles, ['streetOffice'], order.areaPath)

/** Who may see that the order exists: those with a part in it, those who follow it or look after the area. */
export const canView = (actor: Actor, order: Order): boolean =>
  isParty(actor, order) || isFollower(actor, order) || looksAfter(actor, order) || isOwnHistory(actor, order)

const visitUnderWay: readonly OrderStatus[] = ['accepted', 'inService']

/**
 * Door and phone: their owner while they live there, who acts for them while there is something to do, those who come
 * only from acceptance until they go.
 */
export const canViewContact = (actor: Actor, order: Order): boolean =>
  isRequester(actor, order) ||
  (answersForHelped(actor, order) && !isPastCharge(actor, order)) ||
  (takerOf(actor, order)?.completedAt === null && visitUnderWay.includes(order.status))

/** Who has been told that it is late may ask how things are. */
const isLateForLeader = (actor: Actor, order: Order): boolean =>
  order.lateness > 0 &&
  phaseOf[order.status] !== 'done' &&
  !isHelped(actor, order) &&
  isLeaderOf(actor, order)

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

/** The code that proves a visit is read from the phone of the one helped, or of whoever acts for them. */
export const canViewDoorCode = (actor: Actor, order: Order): boolean =>
  answersForHelped(actor, order) && visitUnderWay.includes(order.status)

/** Whoever has been there, or was to go. */
export const canAvoid = (actor: Actor, order: Order): boolean =>
  takerOf(actor, order) !== undefined || order.servedIds.includes(actor._id)

/** What is wanted, in their own words: not for those who only have the same trouble. */
export const canViewWords = (actor: Actor, order: Order): boolean =>
  isParty(actor, order) || looksAfter(actor, order) || isOwnHistory(actor, order)

/** The name of the one who asked: hidden from those who only browse the hall. */
export const canViewRequester = (actor: Actor, order: Order): boolean =>
  isCaretakerAt(actor, order) ||
  isOwnHistory(actor, order) ||
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
  if (hasHomeAt(actor, homePath)) return true
  if (!isForOther) return false
  const isCharge = charge !== null && actsFor(actor, charge) && hasHomeAt(charge, homePath)
  return isCharge || livesIn(actor, buildingPath) || isCaretakerAt(actor, { areaPath: homePath, gridPath })
}

/** What is known of where an order goes: the flat's micro-grid, and the account of the one it is for. */
interface OrderPlace {
  readonly gridPath?: string | null
  readonly charge?: Pick<Account, 'memberships' | 'proxies'> | null
}
