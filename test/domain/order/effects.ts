import { applyEvent } from '@/domain/order/apply'
import type { EventContext, EventPayloads } from '@/domain/order/event-payloads'
import type { Order } from '@/domain/order/schema'
import type { OrderEvent, OrderStatus } from '@/domain/order/status'
import { hours } from '@/domain/shared/time'
import { anOrder } from '../../support/factories/order'
import { startOfTests } from '../../support/factories/places'

export const at = startOfTests + hours(5)
export const actors = {
  wang: { _id: 'volunteer-wang', nickname: '王师傅' },
  ma: { _id: 'volunteer-ma', nickname: '马姐' },
  zhao: { _id: 'volunteer-zhao', nickname: '小赵' },
  li: { _id: 'resident-li', nickname: '李阿姨' },
  staff: { _id: 'staff-chen', nickname: '陈社工' },
} satisfies Record<string, EventContext['actor']>
export const ma = { userId: 'volunteer-ma', name: '马姐' }
export const zhao = { userId: 'volunteer-zhao', name: '小赵' }

/** What `event` makes of an order, done by Wang at one in the afternoon unless told. */
export const apply = <E extends OrderEvent>(
  order: Order,
  event: E,
  payload: EventPayloads[E],
  actor: EventContext['actor'] = actors.wang,
  when = at,
): Order => applyEvent(order, event, payload, { actor, at: when, requestId: 'request-0002' })
export const after = <E extends OrderEvent>(
  status: OrderStatus,
  event: E,
  payload: EventPayloads[E],
  fields: Partial<Order> = {},
  actor: EventContext['actor'] = actors.wang,
): Order => apply(anOrder({ status, ...fields }), event, payload, actor)

export const backAtDesk = {
  status: 'placed',
  phase: 'waiting',
  offer: null,
  takers: [],
  takerIds: [],
  offeredIds: [],
}
export const dueAt = anOrder().dueAt
