import fc from '../../support/fast-check'
import { dueAtOf, placeOrder, snapshotOf, type PlacedFields, type PlacingContext } from '@/domain/order/place'
import { derivedFields, orderSchema } from '@/domain/order/schema'
import { hours, minutes } from '@/domain/shared/time'
import { anAccount } from '../../support/factories/account'
import { aCalendar, aHandbook, aService } from '../../support/factories/handbook'
import { anActivity, doorCode, secrets } from '../../support/factories/order'
import { places, startOfTests as now } from '../../support/factories/places'

const fields = (overrides: Partial<PlacedFields> = {}): PlacedFields => ({
  text: '厨房水龙头漏水',
  voice: null,
  answers: [],
  urgent: false,
  window: null,
  photoFileIds: [],
  areaPath: places.building4,
  areaName: '幸福里小区 4栋',
  gridPath: null,
  buildingPath: places.building4,
  communityPath: places.community,
  contact: { ...secrets },
  beneficiary: { kind: 'self' },
  seriesId: null,
  parentId: null,
  people: 1,
  ...overrides,
})
const context = (overrides: Partial<PlacingContext> = {}): PlacingContext => ({
  service: aService(),
  handbook: aHandbook(),
  doorCode,
  requestId: 'request-0001',
  at: now,
  ...overrides,
})
const place = (more: Partial<PlacedFields> = {}, how: Partial<PlacingContext> = {}) =>
  placeOrder(fields(more), anAccount(), context(how))

describe('order: by when', () => {
  const service = aService({ response: { urgentMinutes: 120, usualMinutes: 240 } })
  const due = (urgent: boolean, at: number, window: { from: number; to: number } | null = null) =>
    dueAtOf(service, { urgent, window }, aCalendar(), at)

  it('urgent: by the clock, at night too', () => {
    expect(due(true, now + hours(14))).toBe(now + hours(16))
  })

  it('usual: in the working time of the office', () => {
    // Eight in the morning: 8:30 to 12:00, and half an hour after lunch.
    expect(due(false, now)).toBe(now + hours(6.5))
    // Ten at night: the next day.
    expect(due(false, now + hours(14))).toBe(now + hours(24 + 6.5))
  })

  it.each([true, false])('a time asked for: its end counts, urgent or not (%s)', (urgent) => {
    const window = { from: now + hours(50), to: now + hours(52) }
    expect(due(urgent, now, window)).toBe(now + hours(52))
  })
})

describe('order: placing', () => {
  it('is valid, whatever is asked for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...aHandbook().services),
        fc.boolean(),
        fc.nat(),
        (service, urgent, later) => {
          const placed = place({ urgent }, { service, at: now + later })
          expect(orderSchema.parse(placed)).toEqual(placed)
          expect(placed).toMatchObject(derivedFields(placed))
        },
      ),
    )
  })

  it('is waiting, by the one who asks, and nobody has it', () => {
    const dueAt = dueAtOf(aService(), fields(), aCalendar(), now)
    expect(place()).toMatchObject({
      ...fields(),
      service: snapshotOf(aService()),
      requesterId: 'resident-li',
      requesterName: '李阿姨',
      doorCode,
      status: 'placed',
      phase: 'waiting',
      version: 0,
      offer: null,
      takers: [],
      takerIds: [],
      completedAt: null,
      completion: null,
      review: null,
      reopenedCount: 0,
      lateness: 0,
      autoStep: 0,
      createdAt: now,
      dueAt,
      quiet: aHandbook().quiet,
      outbox: [],
      unreached: [],
    })
  })

  it('has the id of the request, so that asking twice is one order', () => {
    expect(place()._id).toBe('request-0001')
    expect(place()).toEqual(place())
  })

  it('begins its history', () => {
    expect(place().activity).toEqual([anActivity({ requestId: 'request-0001', at: now })])
  })

  it('the clock wakes when it is late, and before, where it is dispatched by itself', () => {
    const { dueAt, clocks, wakeAt } = place()
    expect({ clocks, wakeAt }).toEqual({ clocks: { escalate: dueAt }, wakeAt: dueAt })
    const auto = [{ to: 'nearest' as const, count: 3, afterMinutes: 5 }]
    const byItself = place({}, { service: aService({ auto }) })
    expect(byItself).toMatchObject({
      clocks: { advance: now + minutes(5), escalate: dueAt },
      wakeAt: now + minutes(5),
    })
  })

  it('keeps the service as it was, and nothing that only the form needs', () => {
    const service = aService({ hints: ['先关水'] })
    const { service: kept } = place({}, { service })
    expect(Object.keys(kept).sort()).toEqual(['auto', 'hints', 'icon', 'id', 'minutes', 'name', 'skills'])
    expect(service).toMatchObject(kept)
  })

  it('is listed by when it was made, and by when it is due', () => {
    const first = place()
    const urgent = place({ urgent: true }, { requestId: 'request-0002', at: now + 1 })
    expect(first.createdKey < urgent.createdKey).toBe(true)
    expect(urgent.dueKey < first.dueKey).toBe(true)
  })
})
