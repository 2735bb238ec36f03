import { snapshotOf } from '@/domain/order/place'
import type { Activity, Named, Offer, OrderService, Review, Taker } from '@/domain/order/parts'
import { derivedFields, type Order } from '@/domain/order/schema'
import { phaseOf, type OrderStatus } from '@/domain/order/status'
import { ancestorAt } from '@/domain/shared/area'
import { pageKey } from '@/domain/shared/paging'
import { days, hours } from '@/domain/shared/time'
import { aService } from './handbook'
import { places, startOfTests } from './places'

/** A phone, a room and a way in that occur nowhere else, so that a test can search a text for them. */
export const secrets = { phone: '13812345678', roomNumber: 'SECRET-9', access: '秘密门铃在左边' } as const
/** The code on the resident's phone, which occurs nowhere else either. */
export const doorCode = '482915'

export const wang: Named = { userId: 'volunteer-wang', name: '王师傅' }

/** An offer to these people, Wang unless told. */
export const peopleOffer = (...people: Named[]): Offer => ({
  kind: 'people',
  people: people.length > 0 ? people : [wang],
})
export const hallOffer: Offer = { kind: 'hall' }

/** Wang, two hours after it was placed, not come yet. */
export const aTaker = (overrides: Partial<Taker> = {}): Taker => ({
  ...wang,
  acceptedAt: startOfTests + hours(2),
  checkedInAt: null,
  proof: null,
  completedAt: null,
  minutes: null,
  standIn: null,
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
  isInternal: false,
  requestId: 'request-of-create',
  ...overrides,
})

/** Five stars by the resident, five hours after it was placed. */
export const aReview = (overrides: Partial<Review> = {}): Review => ({
  stars: 5,
  dimensions: {},
  tags: ['onTime'],
  words: '',
  voice: null,
  thanks: '',
  onWall: false,
  by: 'resident-li',
  at: startOfTests + hours(5),
  ...overrides,
})

/** A service as an order keeps it. */
export const anOrderService = (overrides: Partial<OrderService> = {}): OrderService => ({
  ...snapshotOf(aService()),
  ...overrides,
})

const present = { checkedInAt: startOfTests + hours(3), proof: 'code' } as const
const served: Partial<Order> = {
  takers: [aTaker({ ...present, completedAt: startOfTests + hours(4), minutes: 60 })],
  served: [{ ...wang, kind: 'visit', minutes: 60, reason: '', at: startOfTests + hours(4) }],
  completedAt: startOfTests + hours(4),
  completion: { note: '换好了水龙头', photoFileIds: ['cloud://demo/after.jpg'] },
  clocks: {},
}

/** What an order looks like in each status. */
const inStatus = (status: OrderStatus, dueAt: number): Partial<Order> => {
  const escalate = dueAt
  const looks: Record<OrderStatus, Partial<Order>> = {
    placed: { clocks: { escalate } },
    deferred: { clocks: { wake: startOfTests + days(2) } },
    dispatched: { offer: peopleOffer(), clocks: { escalate, lapse: startOfTests + hours(2) } },
    accepted: { takers: [aTaker()], clocks: { escalate, lapse: dueAt + hours(12) } },
    inService: { takers: [aTaker(present)], clocks: { escalate: startOfTests + hours(7) } },
    completed: { ...served, clocks: { expire: startOfTests + hours(4) + days(7) } },
    reviewed: { ...served, review: aReview() },
    closed: served,
    cancelled: {},
    redirected: { redirection: { kind: 'responsible', name: '幸福里物业', phone: '025-12345678' } },
    merged: { parentId: 'order-0002' },
  }
  return looks[status]
}

/**
 * A repair ordered by the resident of building 4, as it looks in `status` (`placed` unless told). What derives from
 * other fields follows them, unless it is told too.
 */
export function anOrder(overrides: Partial<Order> = {}): Order {
  const { status = 'placed', _id = 'order-0001', createdAt = startOfTests } = overrides
  const { areaPath = places.building4, dueAt = createdAt + hours(24) } = overrides
  const order: Omit<Order, keyof ReturnType<typeof derivedFields>> = {
    _id,
    service: anOrderService(),
    text: '厨房水龙头漏水',
    voice: null,
    answers: [],
    urgent: false,
    window: null,
    photoFileIds: [],
    areaPath,
    areaName: '幸福里小区 4栋',
    gridPath: null,
    buildingPath: ancestorAt(areaPath, 'building') ?? areaPath,
    communityPath: ancestorAt(areaPath, 'community') ?? places.community,
    contact: { ...secrets },
    doorCode,
    codeTries: 0,
    requesterId: 'resident-li',
    requesterName: '李阿姨',
    beneficiary: { kind: 'self' },
    followerIds: [],
    seriesId: null,
    status,
    phase: phaseOf[status],
    version: 0,
    people: 1,
    offer: null,
    takers: [],
    served: [],
    dueAt,
    dueFrom: null,
    createdAt,
    completedAt: null,
    completion: null,
    review: null,
    followUp: null,
    visitRatings: [],
    safetyLook: null,
    redirection: null,
    parentId: null,
    from: null,
    reopenedCount: 0,
    lateness: 0,
    autoStep: 0,
    activity: [anActivity()],
    outbox: [],
    quiet: { from: 1290, to: 420 },
    unreached: [],
    newsFor: [],
    clocks: {},
    createdKey: pageKey(createdAt, _id),
    dueKey: pageKey(dueAt, _id),
    ...inStatus(status, dueAt),
    ...overrides,
  }
  return { ...order, ...derivedFields(order), ...overrides }
}
