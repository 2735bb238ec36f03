import type { EventPayloads } from '@/domain/order/effects'
import { orderEvents, orderStatuses, type OrderEvent } from '@/domain/order/schema'
import { transitionOf } from '@/domain/order/transitions'
import { personOffer } from '../../support/factories/order'

/** What comes with each event, for tests that go through them all. */
export const payloads: { [E in OrderEvent]: EventPayloads[E] } = {
  dispatch: { offer: personOffer() },
  accept: {},
  decline: { note: '今天没空' },
  withdraw: { note: '换个人' },
  release: { note: '去不了了' },
  checkIn: {},
  complete: { note: '修好了', photoFileIds: [] },
  review: { stars: 5, tags: [], words: '' },
  reopen: { note: '还在漏' },
  cancel: { note: '不用了' },
  lapse: {},
  expire: {},
}

const pairs = orderStatuses.flatMap((status) => orderEvents.map((event) => [status, event] as const))

/** Every status with every event that can happen in it, and with every one that cannot. */
export const possible = pairs.filter(([status, event]) => transitionOf(status, event))
export const impossible = pairs.filter(([status, event]) => !transitionOf(status, event))
