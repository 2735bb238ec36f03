import { standardHandbook } from '@/copy/standard-handbook'
import type { Service } from '@/domain/handbook/schema'
import { applyEvent } from '@/domain/order/apply'
import type { EventPayloads } from '@/domain/order/event-payloads'
import { placeOrder } from '@/domain/order/place'
import type { Named } from '@/domain/order/parts'
import type { Order } from '@/domain/order/schema'
import { ancestorAt } from '@/domain/shared/area'
import { days, hours, type Timestamp } from '@/domain/shared/time'
import { homeOf, residentId, staffId, volunteerNear, walkerId, type Size } from './neighbourhood'

/** The events of an order's life, one an hour. */
const lives = {
  placed: [],
  deferred: ['defer'],
  inHall: ['toHall'],
  offered: ['toPerson'],
  accepted: ['toPerson', 'accept'],
  inService: ['toPerson', 'accept', 'checkIn'],
  completed: ['toPerson', 'accept', 'checkIn', 'complete'],
  reviewed: ['toPerson', 'accept', 'checkIn', 'complete', 'review'],
  unhappy: ['toPerson', 'accept', 'checkIn', 'complete', 'complain'],
  closed: ['toPerson', 'accept', 'checkIn', 'complete', 'expire'],
  cancelled: ['cancel'],
} as const
type Life = keyof typeof lives
type Step = (typeof lives)[Life][number]

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)
/** Of twenty open ones, and of a hundred done ones: coprime strides below spread them over places and services. */
const open: Life[] = [
  ...times(8, 'placed' as const),
  ...times(2, 'deferred' as const),
  ...times(5, 'inHall' as const),
  ...times(2, 'offered' as const),
  ...times(2, 'accepted' as const),
  'inService',
]
const done: Life[] = [
  ...times(75, 'reviewed' as const),
  'unhappy',
  ...times(15, 'closed' as const),
  ...times(2, 'completed' as const),
  ...times(7, 'cancelled' as const),
]

/** One order in ten is open, all of them among the newest fifth. */
function lifeOf(n: number, { orders }: Size): Life {
  if (isWalkers(n, orders)) return n % 20 === 0 ? 'accepted' : 'reviewed'
  const isOpen = n >= orders * 0.8 && n % 2 === 1
  const list = isOpen ? open : done
  return list[Math.floor(n / 2) % list.length] ?? 'reviewed'
}

/** Sixty orders are the first resident's and the walker's, whatever the size: their lists are full. */
const isWalkers = (n: number, orders: number): boolean => n >= orders * 0.8 - 60 && n < orders * 0.8

const handbook = standardHandbook('bench/c0/', Date.UTC(2026, 0, 1))
const services: Service[] = handbook.services.filter(({ guideId }) => guideId === null)
const texts = ['厨房水龙头一直滴水', '想请人陪着去医院', '阳台的灯不亮了', '五楼搬一张桌子下楼', '手机不会用']
const nobody = { photoFileIds: [], voice: null, answers: [], seriesId: null, parentId: null }

/** Order `n` of a cloud: a resident a year asks once, so that a large store is also an old one. */
export function historicOrder(n: number, size: Size, now: Timestamp): Order {
  const years = size.orders / size.residents
  const at = Math.round(now - days(365) * years * (1 - n / size.orders)) - days(1)
  const resident = isWalkers(n, size.orders) ? 0 : (n * 7919) % size.residents
  const areaPath = homeOf(resident)
  const service = services[n % services.length] as Service
  const order = placeOrder(
    {
      ...nobody,
      text: `${texts[n % texts.length]}，第 ${n} 回`,
      urgent: n % 17 === 0,
      window: n % 3 === 0 ? { from: at + hours(4), to: at + hours(6) } : null,
      areaPath,
      areaName: '幸福里小区 4栋',
      gridPath: null,
      buildingPath: areaPath,
      communityPath: ancestorAt(areaPath, 'community') ?? areaPath,
      contact: { roomNumber: '1502', phone: '13800000000', access: '' },
      beneficiary: { kind: 'self' },
      people: 1,
    },
    { _id: residentId(resident), nickname: `居民${resident}` },
    { service, handbook, doorCode: '123456', requestId: `order-${String(n).padStart(8, '0')}`, at },
  )
  const userId = isWalkers(n, size.orders) ? walkerId : volunteerNear(resident, n, size)
  const lived = lives[lifeOf(n, size)].reduce((current, step) => happen(current, step, userId), order)
  return { ...lived, outbox: [] }
}

function happen(order: Order, step: Step, userId: string): Order {
  const at = order.createdAt + hours(1 + order.version)
  const volunteer: Named = { userId, name: '王师傅' }
  const requester: Named = { userId: order.requesterId, name: order.requesterName }
  const desk: Named = { userId: staffId, name: '陈社工' }
  const by = <E extends keyof EventPayloads>(who: Named | null, event: E, payload: EventPayloads[E]): Order =>
    applyEvent(order, event, payload, {
      actor: who && { _id: who.userId, nickname: who.name },
      at,
      requestId: `${order._id}-${order.version}`,
    })
  const review = { dimensions: {}, tags: [], voice: null, thanks: '谢谢您', onWall: false }
  const steps: Record<Step, () => Order> = {
    defer: () => by(desk, 'defer', { until: at + days(60), note: '下个月再来' }),
    toHall: () => by(desk, 'dispatch', { offer: { kind: 'hall' } }),
    toPerson: () => by(desk, 'dispatch', { offer: { kind: 'people', people: [volunteer] } }),
    accept: () => by(volunteer, 'accept', {}),
    checkIn: () => by(volunteer, 'checkIn', { code: '123456', happenedAt: null }),
    complete: () => by(volunteer, 'complete', { note: '修好了', photoFileIds: [], happenedAt: null }),
    review: () => by(requester, 'review', { ...review, stars: 5, words: '很快就来了' }),
    complain: () => by(requester, 'review', { ...review, stars: 2, words: '没修好' }),
    expire: () => by(null, 'expire', {}),
    cancel: () => by(requester, 'cancel', { note: '不用了' }),
  }
  return steps[step]()
}
