import fc from '../../support/fast-check'
import { mostServed, statedHours, tallies, visitsOf } from '@/domain/certificate/tally'
import { maskedName } from '@/domain/certificate/schema'
import { creditedMinutes } from '@/domain/order/hours'
import type { Served } from '@/domain/order/parts'
import { startOf } from '@/domain/shared/day-keys'
import { hours } from '@/domain/shared/time'
import { anOrder, anOrderService, wang } from '../../support/factories/order'
import { places } from '../../support/factories/places'

const year = { from: '2025-01-01', to: '2025-12-31' }
const visit = (minutes: number, day = '2025-03-01', overrides: Partial<Served> = {}): Served => ({
  ...wang,
  kind: 'visit',
  minutes,
  reason: '',
  at: startOf(day) + hours(10),
  ...overrides,
})
const correction = (minutes: number, overrides: Partial<Served> = {}): Served =>
  visit(minutes, '2026-02-01', { kind: 'correction', reason: '忘了签退', ...overrides })

it.each([
  [0, 0],
  [5, 0],
  [6, 0.1],
  [59, 0.9],
  [60, 1],
  [89, 1.4],
  [90, 1.5],
  [809, 13.4],
])('%i minutes are stated as %f hours: down to a tenth, never more than was served', (minutes, stated) => {
  expect(statedHours(minutes)).toBe(stated)
})

it('many short visits are added up before they are rounded', () => {
  const served = Array.from({ length: 12 }, () => visit(5))
  const tally = tallies([anOrder({ served })], wang.userId, year).get(places.community)
  expect(statedHours(tally?.minutes ?? 0)).toBe(1)
})

it('only my own visits count, on their own day in China', () => {
  const served = [
    visit(30, '2024-12-31'),
    visit(40, '2025-01-01', { at: startOf('2025-01-01') }),
    visit(50, '2025-12-31', { at: startOf('2026-01-01') - 1 }),
    visit(60, '2026-01-01', { at: startOf('2026-01-01') }),
    visit(70, '2025-05-05', { userId: 'volunteer-zhao' }),
  ]
  expect(tallies([anOrder({ served })], wang.userId, year).get(places.community)).toMatchObject({
    minutes: 90,
    visits: 2,
  })
})

it('a correction counts on the day of the visit that it corrects, whenever it was made', () => {
  const served = [visit(60, '2025-03-01'), correction(-20), correction(5)]
  expect(visitsOf(served, wang.userId)).toMatchObject([{ minutes: 45 }])
  expect(tallies([anOrder({ served })], wang.userId, year).get(places.community)?.minutes).toBe(45)
})

it('what a correction takes away beyond the last visit is taken from the one before; a visit of nothing is none', () => {
  const served = [visit(60, '2025-03-01'), visit(30, '2025-04-01'), correction(-50)]
  expect(visitsOf(served, wang.userId)).toMatchObject([{ minutes: 40, at: served[0]!.at }])
})

it('whatever was corrected, the days add up to what the ledger comes to', () => {
  const lines = fc.array(
    fc.record({ isVisit: fc.boolean(), minutes: fc.integer({ min: 1, max: 300 }), less: fc.boolean() }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(lines, (drawn) => {
      const served: Served[] = []
      for (const { isVisit, minutes, less } of drawn) {
        if (isVisit || served.length === 0) served.push(visit(minutes))
        // Staff never take away more than there is (`correctionOf`).
        else
          served.push(
            correction(less ? -Math.min(minutes, creditedMinutes({ served }, wang.userId)) : minutes),
          )
      }
      const sum = visitsOf(served, wang.userId).reduce((total, one) => total + one.minutes, 0)
      expect(sum).toBe(creditedMinutes({ served }, wang.userId))
    }),
  )
})

it('rows are by service, the longest first, and communities apart', () => {
  const gas = anOrderService({ name: '看燃气' })
  const found = tallies(
    [
      anOrder({ served: [visit(30)] }),
      anOrder({ served: [visit(45)], service: gas }),
      anOrder({ served: [visit(20)] }),
      anOrder({ served: [visit(15)], communityPath: places.otherCommunity }),
    ],
    wang.userId,
    year,
  )
  expect(found.get(places.community)).toEqual({
    minutes: 95,
    visits: 3,
    rows: [
      { name: anOrderService().name, visits: 2, minutes: 50 },
      { name: '看燃气', visits: 1, minutes: 45 },
    ],
  })
  expect(found.get(places.otherCommunity)?.minutes).toBe(15)
  expect(mostServed(found)).toBe(places.community)
})

it.each([
  ['王小明', '王**'],
  ['陈浩', '陈*'],
  ['周', '周*'],
  ['𠮷野家', '𠮷**'],
])('%s is shown to strangers as %s', (name, masked) => {
  expect(maskedName(name)).toBe(masked)
})
