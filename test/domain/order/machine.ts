import { applyEvent } from '@/domain/order/apply'
import type { EventPayloads } from '@/domain/order/event-payloads'
import type { Order } from '@/domain/order/schema'
import { orderEvents, orderStatuses, type OrderEvent, type OrderStatus } from '@/domain/order/status'
import { transitionOf } from '@/domain/order/transitions'
import { days } from '@/domain/shared/time'
import { aReview, aTaker, doorCode, hallOffer, peopleOffer } from '../../support/factories/order'
import { places, startOfTests } from '../../support/factories/places'
import { people, type PersonName } from './people'

const { by: _by, at: _at, ...review } = aReview()

/** What comes with each event, for tests that go through them all. */
export const payloads: { [E in OrderEvent]: EventPayloads[E] } = {
  dispatch: { offer: peopleOffer() },
  withdraw: { note: '换个人' },
  closeRoster: {},
  defer: { until: startOfTests + days(3), note: '下周再来' },
  resume: {},
  redirect: {
    redirection: { kind: 'responsible', name: '幸福里物业', phone: '025-12345678' },
    note: '物业的事',
  },
  transfer: { communityPath: places.otherCommunity, name: '和平社区', note: '他们更近' },
  split: { note: '两件事' },
  merge: { intoId: 'order-0002', note: '同一件事' },
  noShow: { userId: 'volunteer-wang', note: '等了一小时' },
  accept: {},
  decline: { note: '今天没空' },
  release: { note: '去不了了' },
  proposeStandIn: { standIn: { userId: 'volunteer-zhao', name: '小赵' } },
  takeOver: {},
  declineStandIn: {},
  checkIn: { code: doorCode, happenedAt: startOfTests },
  checkOut: { note: '', photoFileIds: [], happenedAt: null },
  complete: { note: '修好了', photoFileIds: [], happenedAt: null },
  completeFor: { note: '手机没电了', happenedAt: null },
  rateVisit: { safety: 'fine', note: '一切正常' },
  nod: {},
  review,
  reopen: { note: '还在漏', doorCode },
  cancel: { note: '不用了' },
  follow: {},
  followUp: { finding: '已电话回访' },
  lookInto: { note: '狗没拴，已说好以后拴上' },
  takeOffWall: { note: '点了别人的名' },
  correctHours: { userId: 'volunteer-wang', minutes: 90, note: '忘了点办好' },
  callBack: { userId: 'resident-li', note: '打过电话' },
  remark: { note: '补充一句', isInternal: false },
  advance: { offer: hallOffer },
  wake: {},
  lapse: {},
  escalate: {},
  expire: {},
}

const pairs = orderStatuses.flatMap((status) => orderEvents.map((event) => [status, event] as const))

/** What an order needs beside its status for an event to be possible: someone absent, of two, can be said not to come. */
export const neededFor = (status: OrderStatus, event: OrderEvent): Partial<Order> =>
  status === 'inService' && event === 'noShow'
    ? {
        people: 2,
        takers: [aTaker(), aTaker({ userId: 'volunteer-ma', name: '马姐', checkedInAt: startOfTests })],
      }
    : {}

/** Every status with every event that can happen in it, and with every one that cannot. */
export const possible = pairs.filter(([status, event]) => transitionOf(status, event))
export const impossible = pairs.filter(([status, event]) => !transitionOf(status, event))

/** An order that is taken by as many as it needs, the first two of whom are at the door. */
export function begun(order: Order, comers: readonly PersonName[]): Order {
  const done = (before: Order, event: OrderEvent, who: PersonName, payload: object): Order =>
    applyEvent(before, event, payload as never, {
      actor: people[who],
      at: startOfTests,
      requestId: `begun-${event}-${people[who]._id}`,
    })
  const offered = done(order, 'dispatch', 'staff of the community', { offer: hallOffer })
  const taken = comers.reduce((one, who) => done(one, 'accept', who, {}), offered)
  const arrival = { code: null, happenedAt: null }
  return comers.slice(0, 2).reduce((one, who) => done(one, 'checkIn', who, arrival), taken)
}
