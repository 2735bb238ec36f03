import { dangerWords, emergencyNumbers } from '@/copy/danger'
import { holidaysOf, lawfulDays, standardCalendar } from '@/copy/standard-calendar'
import { standardHandbook } from '@/copy/standard-handbook'
import { dangersIn } from '@/domain/handbook/danger'
import { dangers, handbookSchema } from '@/domain/handbook/schema'
import { addWorkingTime, isWorkday } from '@/domain/shared/calendar'
import { hours } from '@/domain/shared/time'
import { places } from '../../support/factories/places'

const inChina = (text: string) => Date.parse(`${text}+08:00`)
const now = inChina('2026-11-22T12:00')
const book = standardHandbook(places.community, now)
const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id)

describe('the handbook that a community begins with', () => {
  it('is a handbook', () => {
    expect(handbookSchema.parse(book)).toEqual(book)
  })

  it('names each thing once, and anything else last', () => {
    expect(new Set(ids(book.services)).size).toBe(book.services.length)
    expect(new Set(ids(book.guide)).size).toBe(book.guide.length)
    expect(ids(book.services).at(-1)).toBe('other')
    for (const { questions } of book.services) expect(new Set(ids(questions)).size).toBe(questions.length)
  })

  it('sends to nobody who is not in its guide', () => {
    const named = book.services.flatMap(({ guideId }) => guideId ?? [])
    expect(named.length).toBeGreaterThan(0)
    expect(ids(book.guide)).toEqual(expect.arrayContaining(named))
  })

  it('no example of an order is taken for danger', () => {
    expect(book.services.flatMap(({ example }) => dangersIn(example))).toEqual([])
  })

  it('volunteer: is told how to keep safe wherever there is something to order', () => {
    const silent = book.services.filter(({ guideId, hints }) => guideId === null && hints.length === 0)
    expect(ids(silent)).toEqual([])
  })

  it('has two go to someone who lives alone', () => {
    expect(book.services.find(({ id }) => id === 'visit')?.people).toBe(2)
  })

  it('offers a gas alarm to the three nearest at once and to the hall after ten minutes', () => {
    expect(book.services.find(({ id }) => id === 'gasAlarm')?.auto).toEqual([
      { to: 'nearest', count: 3, afterMinutes: 0 },
      { to: 'hall', count: 1, afterMinutes: 10 },
    ])
  })
})

describe('what to do in danger', () => {
  it.each(dangers)('%s: a number to call and what to do first', (danger) => {
    const { call, guideId, first } = dangerWords[danger]
    expect(call.every((one) => emergencyNumbers[one].number.length >= 3)).toBe(true)
    expect(call.length).toBeGreaterThan(0)
    expect(first.length).toBeGreaterThanOrEqual(3)
    expect(first.every((line) => line.length <= 26)).toBe(true)
    if (guideId !== null) expect(ids(book.guide)).toContain(guideId)
  })
})

describe('the calendar that an office begins with', () => {
  const worked = (day: string) => isWorkday(standardCalendar(now), inChina(`${day}T10:00`))

  it.each([
    ['a Monday', '2026-11-23', true],
    ['a Sunday', '2026-11-22', false],
    ['National Day', '2026-10-01', false],
    ['the Saturday worked for it', '2026-10-10', true],
    ['a Monday off for Spring Festival', '2026-02-16', false],
    ['the Saturday worked for that', '2026-02-28', true],
    ["New Year's Day of the year to come", '2027-01-01', false],
  ])('%s, %s: worked is %s', (_name, day, expected) => {
    expect(worked(day)).toBe(expected)
  })

  it('a year not yet announced has the days of the law, none worked for them', () => {
    expect(holidaysOf(2027)).toEqual({
      holidays: [
        '2027-01-01',
        '2027-02-05',
        '2027-02-06',
        '2027-02-07',
        '2027-02-08',
        '2027-04-05',
        '2027-05-01',
        '2027-05-02',
        '2027-06-09',
        '2027-09-15',
        '2027-10-01',
        '2027-10-02',
        '2027-10-03',
      ],
      workdays: [],
    })
  })

  it.each([2025, 2026])('what the law gives in %s was announced, and more', (year) => {
    const { holidays, workdays } = holidaysOf(year)
    expect(holidays).toEqual(expect.arrayContaining(lawfulDays(year)))
    expect(holidays.length).toBeGreaterThan(lawfulDays(year).length)
    expect(workdays.length).toBeGreaterThan(0)
  })

  it('two hours of work asked for on a Friday evening end on Monday morning', () => {
    const friday = inChina('2026-11-20T17:00')
    expect(addWorkingTime(standardCalendar(now), friday, hours(2))).toBe(inChina('2026-11-23T10:00'))
  })

  it('turns with the year of China, not with that of Greenwich', () => {
    const turn = inChina('2027-01-01T00:00')
    expect(standardCalendar(turn - 1).holidays[0]).toBe('2026-01-01')
    expect(standardCalendar(turn).holidays[0]).toBe('2027-01-01')
  })
})
