import { phaseOf, type Activity, type Offer, type Order, type OrderStatus } from '@/domain/order/schema'
import { pageKey } from '@/domain/shared/paging'
import { days, hours } from '@/domain/shared/time'
import { places, startOfTests } from './places'

/** A phone and a room that occur nowhere else, so that a test can search a text for them. */
export const secrets = { phone: '13812345678', roomNumber: 'SECRET-9' } as const

export const personOffer = (overrides: Partial<Extract<Offer, { kind: 'person' }>> = {}): Offer => ({
  kind: 'person',
  volunteerId: 'volunteer-wang',
  volunteerName: '王师傅',
  ...overrides,
})

export const anActivity = (overrides: Partial<Activity> = {}): Activity => ({
  event: 'create',
  from: null,
  to: 'placed',
  by: 'resident-li',
  byName: '李阿姨',
  at: startOfTests,
  note: '',
  requestId: 'request-of-create',
  ...overrides,
})

const taken = { assigneeId: 'volunteer-wang', assigneeName: '王师傅' }
const served = {
  ...taken,
  checkedInAt: startOfTests + hours(3),
  completedAt: startOfTests + hours(4),
  completion: { note: '换好了水龙头', photoFileIds: ['cloud://demo/after.jpg'] },
}
const review: Order['review'] = { stars: 5, tags: ['onTime'], words: '', at: startOfTests + hours(5) }

/** What an order looks like in each status. */
const inStatus: Record<OrderStatus, Partial<Order>> = {
  placed: {},
  dispatched: { offer: personOffer(), wakeAt: startOfTests + hours(2) },
  accepted: { ...taken, wakeAt: startOfTests + hours(36) },
  inService: { ...taken, checkedInAt: startOfTests + hours(3) },
  completed: { ...served, wakeAt: startOfTests + hours(4) + days(7) },
  reviewed: { ...served, review },
  closed: served,
  cancelled: {},
}

/** A repair ordered by the resident of building 4, as it looks in `status` (`placed` unless told). */
export function anOrder(overrides: Partial<Order> = {}): Order {
  const { status = 'placed', _id = 'order-0001', createdAt = startOfTests } = overrides
  const dueAt = overrides.dueAt ?? createdAt + hours(24)
  return {
    _id,
    service: 'repair',
    text: '厨房水龙头漏水',
    urgent: false,
    window: null,
    photoFileIds: [],
    areaPath: places.building4,
    areaName: '幸福里小区 4栋',
    communityPath: places.community,
    contact: { ...secrets },
    requesterId: 'resident-li',
    requesterName: '李阿姨',
    status,
    phase: phaseOf[status],
    version: 0,
    offer: null,
    assigneeId: null,
    assigneeName: null,
    dueAt,
    createdAt,
    checkedInAt: null,
    completedAt: null,
    completion: null,
    review: null,
    reopenedCount: 0,
    activity: [anActivity()],
    outbox: [],
    hasOutbox: false,
    wakeAt: null,
    createdKey: pageKey(createdAt, _id),
    dueKey: pageKey(dueAt, _id),
    ...inStatus[status],
    ...overrides,
  }
}
