import fc from 'fast-check'
import { placeOrder, type PlacedFields } from '@/domain/order/place'
import { dueAtOf, orderSchema } from '@/domain/order/schema'
import { responseTime, services, type Service } from '@/domain/order/services'
import { hours } from '@/domain/shared/time'
import { anAccount } from '../../support/factories/account'
import { anActivity, secrets } from '../../support/factories/order'
import { places, startOfTests as now } from '../../support/factories/places'

const fields = (overrides: Partial<PlacedFields> = {}): PlacedFields => ({
  service: 'repair',
  text: '厨房水龙头漏水',
  urgent: false,
  window: null,
  photoFileIds: [],
  areaPath: places.building4,
  areaName: '幸福里小区 4栋',
  communityPath: places.community,
  contact: { ...secrets },
  ...overrides,
})

/** In hours, by hand: [urgent, usual]. */
const promised: Record<Service, [number, number]> = {
  gasAlarm: [1, 4],
  hospital: [2, 24],
  phoneHelp: [4, 24],
  repair: [2, 24],
  shopping: [2, 8],
  visit: [4, 48],
  carry: [2, 24],
  other: [2, 24],
}

describe('order: by when', () => {
  it.each(services)('%s: urgent, and usual', (service) => {
    const [urgent, usual] = promised[service]
    expect(dueAtOf({ service, urgent: true, window: null }, now)).toBe(now + hours(urgent))
    expect(dueAtOf({ service, urgent: false, window: null }, now)).toBe(now + hours(usual))
  })

  it.each(services)('%s: urgent is sooner, and nothing takes no time', (service) => {
    expect(responseTime[service].urgent).toBeLessThan(responseTime[service].usual)
    expect(responseTime[service].urgent).toBeGreaterThan(0)
  })

  it.each([true, false])('a time asked for: its end counts, urgent or not (%s)', (urgent) => {
    const window = { from: now + hours(50), to: now + hours(52) }
    expect(dueAtOf({ service: 'repair', urgent, window }, now)).toBe(now + hours(52))
  })
})

describe('order: placing', () => {
  const order = placeOrder(fields(), anAccount(), 'request-0001', now)

  it('is valid, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...services), fc.boolean(), fc.nat(), (service, urgent, later) => {
        const placed = placeOrder(fields({ service, urgent }), anAccount(), 'request-0001', now + later)
        expect(orderSchema.parse(placed)).toEqual(placed)
      }),
    )
  })

  it('is waiting, by the one who asks, and nobody has it', () => {
    expect(order).toMatchObject({
      ...fields(),
      requesterId: 'resident-li',
      requesterName: '李阿姨',
      status: 'placed',
      phase: 'waiting',
      version: 0,
      offer: null,
      assigneeId: null,
      assigneeName: null,
      checkedInAt: null,
      completedAt: null,
      completion: null,
      review: null,
      reopenedCount: 0,
      createdAt: now,
      dueAt: now + hours(24),
    })
  })

  it('has the id of the request, so that asking twice is one order', () => {
    expect(order._id).toBe('request-0001')
    expect(placeOrder(fields(), anAccount(), 'request-0001', now)).toEqual(order)
  })

  it('begins its history, tells nobody, and does not wake the clock', () => {
    expect(order.activity).toEqual([anActivity({ requestId: 'request-0001', at: now })])
    expect(order).toMatchObject({ outbox: [], hasOutbox: false, wakeAt: null })
  })

  it('is listed by when it was made, and by when it is due', () => {
    const urgent = placeOrder(fields({ urgent: true }), anAccount(), 'request-0002', now + 1)
    expect(order.createdKey < urgent.createdKey).toBe(true)
    expect(urgent.dueKey < order.dueKey).toBe(true)
  })
})
