import { isCaretakerOf, isStaffOf, type Actor } from '../account/policy'
import { holdsRole } from '../shared/role'
import { orderEvents, orderStatuses, type Order, type OrderEvent, type OrderStatus } from './schema'
import { transitionOf, type Party } from './transitions'

/** What the actor is to this order, now; none for a stranger. */
export function partiesOf(actor: Actor, order: Order): Party[] {
  const isRequester = order.requesterId === actor._id
  const inHall = order.status === 'dispatched' && order.offer?.kind === 'hall'
  const rows: [Party, boolean][] = [
    ['requester', isRequester],
    ['offeree', !isRequester && order.offer?.kind === 'person' && order.offer.volunteerId === actor._id],
    ['hallVolunteer', inHall && !isRequester && holdsRole(actor.roles, ['volunteer'], order.areaPath)],
    ['assignee', order.assigneeId === actor._id],
    ['dispatcher', isStaffOf(actor, order.areaPath)],
  ]
  return rows.filter(([, is]) => is).map(([party]) => party)
}

/** May the actor make this happen to the order as it stands? */
export function can(actor: Actor, event: OrderEvent, order: Order): boolean {
  const transition = transitionOf(order.status, event)
  return transition !== null && partiesOf(actor, order).some((party) => transition.by.includes(party))
}

/**
 * Could the actor ever have done this to the order, had it stood otherwise? It tells one who came too late
 * (they hear "conflict") from one who has no business with it (they hear "forbidden").
 */
export function couldEver(actor: Actor, event: OrderEvent, order: Order): boolean {
  const isVolunteerHere =
    holdsRole(actor.roles, ['volunteer'], order.areaPath) && order.requesterId !== actor._id
  const asked: Party[] = [
    ...partiesOf(actor, order),
    ...(isVolunteerHere ? (['hallVolunteer', 'offeree', 'assignee'] as const) : []),
  ]
  return orderStatuses.some((status) =>
    transitionOf(status, event)?.by.some((party) => asked.includes(party)),
  )
}

/** The buttons: every event that `can` allows, in the order of `orderEvents`. */
export const allowedActions = (actor: Actor, order: Order): OrderEvent[] =>
  orderEvents.filter((event) => can(actor, event, order))

/** Who may see that the order exists: those with a part in it, and those who look after the area. */
export const canView = (actor: Actor, order: Order): boolean =>
  partiesOf(actor, order).length > 0 || isCaretakerOf(actor, order.areaPath)

const visitUnderWay: readonly OrderStatus[] = ['accepted', 'inService']

/** Door and phone: their owner always, the one who comes only from acceptance to completion. */
export const canViewContact = (actor: Actor, order: Order): boolean =>
  order.requesterId === actor._id || (order.assigneeId === actor._id && visitUnderWay.includes(order.status))

/** The name of the one who asked: hidden from those who only browse the hall. */
export const canViewRequester = (actor: Actor, order: Order): boolean =>
  isCaretakerOf(actor, order.areaPath) ||
  partiesOf(actor, order).some((party) => party !== 'hallVolunteer' && party !== 'clock')

/** Someone may order to a home of their own. */
export const canOrderTo = (actor: Actor, homePath: string): boolean =>
  actor.memberships.some(({ areaPath, standing }) => areaPath === homePath && standing !== 'declined')
