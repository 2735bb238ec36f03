import fc from '../../support/fast-check'
import { figuresOf, groupsOf, minutesToAccept } from '@/domain/numbers/figures'
import { isPeriod, momentsOf, weekOf, weekSlicesOf, weeksOf } from '@/domain/numbers/period'
import { spreadOf } from '@/domain/numbers/spread'
import { byteOrderMark, csvText } from '@/domain/numbers/csv'
import { hours, minutes } from '@/domain/shared/time'
import { anActivity, anOrder, aReview } from '../../support/factories/order'
import { startOfTests } from '../../support/factories/places'

describe('median and 90 %', () => {
  it.each([
    [[], null, null],
    [[7], 7, 7],
    [[1, 3], 2, 3],
    [[9, 1, 5], 5, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5.5, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 6, 10],
  ])('of %j are %j and %j', (values, median, ninety) => {
    expect(spreadOf(values)).toEqual({ median, ninety })
  })

  it('at least nine of ten values do not exceed the 90 %, and it is one of them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), (values) => {
        const { ninety } = spreadOf(values)
        expect(values).toContain(ninety)
        expect(values.filter((value) => value <= (ninety ?? -1)).length).toBeGreaterThanOrEqual(
          values.length * 0.9,
        )
      }),
    )
  })
})

describe('weeks of ISO 8601', () => {
  it.each([
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2025-01-01', '2025-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
  ])('%s is in %s', (day, week) => expect(weekOf(day)).toBe(week))

  it('every week of a period is named once, with its Monday', () => {
    expect(weeksOf({ from: '2025-01-05', to: '2025-01-13' })).toEqual([
      { week: '2025-W01', monday: '2024-12-30' },
      { week: '2025-W02', monday: '2025-01-06' },
      { week: '2025-W03', monday: '2025-01-13' },
    ])
  })

  it('a period is cut at its Mondays, and nothing of it is lost or twice', () => {
    expect(weekSlicesOf({ from: '2025-01-05', to: '2025-01-13' })).toEqual([
      { from: '2025-01-05', to: '2025-01-05' },
      { from: '2025-01-06', to: '2025-01-12' },
      { from: '2025-01-13', to: '2025-01-13' },
    ])
    expect(weekSlicesOf({ from: '2025-01-07', to: '2025-01-08' })).toEqual([
      { from: '2025-01-07', to: '2025-01-08' },
    ])
  })

  it('an order belongs to the week that it is in China', () => {
    const sundayNight = Date.parse('2025-01-05T23:59:59+08:00')
    const orders = [anOrder({ createdAt: sundayNight }), anOrder({ createdAt: sundayNight + 1000 })]
    expect([...groupsOf(orders, 'week').keys()]).toEqual(['2025-W01', '2025-W02'])
  })
})

it('a period is of real days, in order, at most 92 of them', () => {
  expect(isPeriod({ from: '2025-01-01', to: '2025-01-01' })).toBe(true)
  expect(isPeriod({ from: '2025-01-01', to: '2025-04-02' })).toBe(true)
  expect(isPeriod({ from: '2025-01-01', to: '2025-04-03' })).toBe(false)
  expect(isPeriod({ from: '2025-01-02', to: '2025-01-01' })).toBe(false)
  expect(isPeriod({ from: '2025-02-30', to: '2025-03-01' })).toBe(false)
  expect(momentsOf({ from: '2025-01-01', to: '2025-01-02' })).toEqual({
    start: Date.parse('2025-01-01T00:00:00+08:00'),
    end: Date.parse('2025-01-03T00:00:00+08:00'),
  })
})

describe('figures', () => {
  const accept = (after: number) => anActivity({ event: 'accept', at: startOfTests + minutes(after) })

  it('a reopened order is open until it is done again, and counts as reopened for ever', () => {
    const reopened = anOrder({ status: 'dispatched', reopenedCount: 1 })
    expect(figuresOf([reopened])).toMatchObject({ done: 0, moving: 1, reopened: 1 })
    const again = anOrder({ status: 'completed', reopenedCount: 1 })
    expect(figuresOf([again])).toMatchObject({ done: 1, moving: 0, reopened: 1 })
  })

  it('time to accept is until the first who took it, even if they gave it back', () => {
    const activity = [anActivity(), accept(30), anActivity({ event: 'release' }), accept(90)]
    expect(minutesToAccept({ activity, createdAt: startOfTests })).toBe(30)
    expect(minutesToAccept({ activity: [anActivity()], createdAt: startOfTests })).toBeNull()
  })

  it('only what was finished has a time to finish', () => {
    const finished = anOrder({ status: 'completed', completedAt: startOfTests + hours(4) })
    expect(figuresOf([finished, anOrder()]).toFinish).toEqual({ median: 240, ninety: 240 })
    expect(figuresOf([anOrder()]).toFinish).toEqual({ median: null, ninety: null })
  })

  it('stars are the mean of those who rated', () => {
    const rated = (stars: number) => anOrder({ status: 'reviewed', review: aReview({ stars }) })
    expect(figuresOf([rated(5), rated(2), anOrder()])).toMatchObject({ rated: 2, stars: 3.5 })
    expect(figuresOf([]).stars).toBeNull()
  })

  it('each order waits, moves, is done, or ended otherwise: the four make up all', () => {
    const statuses = [
      'placed',
      'deferred',
      'inService',
      'closed',
      'cancelled',
      'redirected',
      'merged',
    ] as const
    const { arrived, waiting, moving, done, cancelled } = figuresOf(
      statuses.map((status) => anOrder({ status })),
    )
    expect([arrived, waiting, moving, done, cancelled]).toEqual([7, 2, 1, 1, 3])
  })
})

describe('csv', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-5', "'-5"],
    ['@cmd', "'@cmd"],
    ['\t=1', "'\t=1"],
    ['＝HYPERLINK("x")', `"'＝HYPERLINK(""x"")"`],
  ])('%j is written as %j', (text, written) => expect(csvText([[text]])).toBe(`${written}\r\n`))

  it('numbers stay numbers, and nothing is nothing', () => {
    expect(csvText([[1, null, 2.5]])).toBe('1,,2.5\r\n')
    expect(byteOrderMark.charCodeAt(0)).toBe(0xfeff)
  })
})
