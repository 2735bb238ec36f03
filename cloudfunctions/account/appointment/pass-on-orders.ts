import type { Account } from '@/domain/account/schema'
import { applyEvent } from '@/domain/order/apply'
import { fitOf, loadAtHand } from '@/domain/order/fit'
import { isHelped } from '@/domain/order/policy'
import type { Order } from '@/domain/order/schema'
import { transitionOf } from '@/domain/order/transitions'
import { holdsRole, type RoleGrant } from '@/domain/shared/role'
import type { Appointment } from '@/domain/appointment/schema'
import type { Store } from '../../_runtime/store'
import { saveEvent } from '../../order/save-event'
import { tellEvent } from '../../order/tell-event'
import { newestBefore } from '../../order/write-thread'

/** Orders of each kind that one pass looks at; who has more is asked again. */
export const mostAtOnce = 30

/** Who leaves, with the roles that are left to them, and who comes after them. */
export interface Handover {
  readonly appointment: Appointment
  readonly roles: readonly RoleGrant[]
  readonly successor: Account | null
  readonly now: number
}

const helpsAt = (
  roles: readonly RoleGrant[],
  { areaPath, communityPath }: Pick<Order, 'areaPath' | 'communityPath'>,
) => holdsRole(roles, ['volunteer'], areaPath) || holdsRole(roles, ['volunteer'], communityPath)

/** Taken, offered, or asked to stand in, where they help no more. Who is at the door already finishes the visit. */
const isToPassOn = (order: Order, { appointment, roles }: Handover): boolean => {
  const { userId } = appointment
  const isAtTheDoor = order.takers.some((taker) => taker.userId === userId && taker.checkedInAt !== null)
  return !isAtTheDoor && !helpsAt(roles, order) && partOf(order, userId) !== null
}

type Part = 'release' | 'decline' | 'declineStandIn'
function partOf({ takerIds, offeredIds, standInIds, status }: Order, userId: string): Part | null {
  if (takerIds.includes(userId)) return 'release'
  if (offeredIds.includes(userId) && status === 'dispatched') return 'decline'
  return standInIds.includes(userId) && transitionOf(status, 'declineStandIn') ? 'declineStandIn' : null
}

/** The orders that someone has on their hands, by the indexes on each part in them: one wait. */
export async function findOrdersOf(store: Store, userId: string): Promise<Order[]> {
  const newest = { orderBy: ['createdKey', 'desc'] as ['createdKey', 'desc'], limit: mostAtOnce }
  const found = await Promise.all([
    store.orders.find({ takerIds: userId, phase: 'moving' }, newest),
    store.orders.find({ offeredIds: userId }, newest),
    store.orders.find({ standInIds: userId, phase: 'moving' }, newest),
  ])
  return [...new Map(found.flat().map((order) => [order._id, order])).values()]
}

/** Gives back what they have on their hands, or asks their successor; answers of how many orders. */
export async function passOnOrders(store: Store, handover: Handover): Promise<number> {
  const orders = await findOrdersOf(store, handover.appointment.userId)
  const toPassOn = orders.filter((order) => isToPassOn(order, handover))
  await Promise.all(toPassOn.map((order) => passOn(store, order, handover)))
  return toPassOn.length
}

/** Whether or not another event was first: the next pass looks again. */
async function passOn(store: Store, order: Order, handover: Handover): Promise<void> {
  const event = partOf(order, handover.appointment.userId)
  if (!event) return
  const after = offeredOn(givenBack(order, event, handover), handover)
  const newest = newestBefore(store, order._id, event, order.status)
  if (!(await saveEvent(store, order, after))) return
  // The thread hears who no longer comes; whom it is offered to now is between the office and them.
  const told = { ...after, activity: after.activity.slice(0, order.activity.length + 1) }
  await tellEvent(store, order, told, newest)
}

function givenBack(order: Order, event: Part, { appointment, now }: Handover): Order {
  const actor = { _id: appointment.userId, nickname: appointment.name }
  const requestId = `${appointment._id}-${order.version}-${event}`
  return applyEvent(order, event, { note: '' } as never, { actor, at: now, requestId })
}

/** To the one who comes after them, where they fit it; who handed over is who offers it. */
function offeredOn(order: Order, { appointment, successor, now }: Handover): Order {
  if (!successor || order.status !== 'placed' || !isFit(order, successor, now)) return order
  const { endedBy } = appointment
  const actor = endedBy && { _id: endedBy.userId, nickname: endedBy.name }
  const offer = { kind: 'people' as const, people: [{ userId: successor._id, name: successor.nickname }] }
  const requestId = `${appointment._id}-${order.version}-dispatch`
  return applyEvent(order, 'dispatch', { offer }, { actor, at: now, requestId })
}

const isFit = (order: Order, successor: Account, now: number): boolean =>
  helpsAt(successor.roles, order) &&
  !isHelped(successor, order) &&
  fitOf(order, successor, loadAtHand(order, successor), now).isEligible
