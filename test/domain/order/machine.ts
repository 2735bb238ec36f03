import type { EventPayloads } from '@/domain/order/event-payloads'
import { orderEvents, orderStatuses, type OrderEvent } from '@/domain/order/status'
import { transitionOf } from '@/domain/order/transitions'
import { days } from '@/domain/shared/time'
import { aReview, doorCode, hallOffer, peopleOffer } from '../../support/factories/order'
import { places, startOfTests } from '../../support/factories/places'

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
  transfer: { communityPath: places.otherCommunity, note: '他们更近' },
  split: { note: '两件事' },
  merge: { intoId: 'order-0002', note: '同一件事' },
  noShow: { userId: 'volunteer-wang', note: '等了一小时' },
  accept: {},
  decline: { note: '今天没空' },
  release: { note: '去不了了' },
  proposeStandIn: { standIn: { userId: 'volunteer-zhao', name: '小赵' } },
  takeOver: {},
  declineStandIn: {},
  checkIn: { code: doorCode, happenedAt: null },
  complete: { note: '修好了', photoFileIds: [], happenedAt: null },
  rateVisit: { safety: 'fine', note: '一切正常' },
  nod: {},
  review,
  reopen: { note: '还在漏', doorCode },
  cancel: { note: '不用了' },
  follow: {},
  followUp: { finding: '已电话回访' },
  takeOffWall: {},
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

/** Every status with every event that can happen in it, and with every one that cannot. */
export const possible = pairs.filter(([status, event]) => transitionOf(status, event))
export const impossible = pairs.filter(([status, event]) => !transitionOf(status, event))
