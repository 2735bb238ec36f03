import { SevenFieldCron } from '../../local-cloud/timers/cron'

/** Beijing time, as the platform's timers have it. */
const beijing = (text: string): number => Date.parse(`${text}+08:00`)

/** The next moments of an expression, in Beijing time. */
const runs = (expression: string, after: string, count: number): string[] => {
  const cron = new SevenFieldCron(expression)
  const found: string[] = []
  for (let at = cron.next(beijing(after)); at !== null && found.length < count; at = cron.next(at))
    found.push(new Date(at + 8 * 3_600_000).toISOString().slice(0, 19))
  return found
}

const day = (text: string): string => `${text}T00:00:00`

describe('cron of seven fields', () => {
  test.each([
    ['*', '* * * * * * *', '2024-05-06T10:00:58', ['2024-05-06T10:00:59', '2024-05-06T10:01:00']],
    ['a second', '5 * * * * * *', '2024-05-06T10:00:05', ['2024-05-06T10:01:05', '2024-05-06T10:02:05']],
    [', a list', '0 0 9,18 * * * *', '2024-05-06T10:00:00', ['2024-05-06T18:00:00', '2024-05-07T09:00:00']],
    ['- a range', '0 0 22-23 * * * *', '2024-05-06T10:00:00', ['2024-05-06T22:00:00', '2024-05-06T23:00:00']],
    ['/ from any', '0 */20 * * * * *', '2024-05-06T10:00:00', ['2024-05-06T10:20:00', '2024-05-06T10:40:00']],
    [
      '/ from a number',
      '0 1/10 * * * * *',
      '2024-05-06T10:00:00',
      ['2024-05-06T10:01:00', '2024-05-06T10:11:00'],
    ],
    [
      '/ in a range',
      '0 0-30/15 8 * * * *',
      day('2024-05-06'),
      ['2024-05-06T08:00:00', '2024-05-06T08:15:00'],
    ],
    ['month names', '0 0 0 1 JAN,jul * *', day('2024-05-06'), [day('2024-07-01'), day('2025-01-01')]],
    ['weekday names', '0 0 0 * * MON-TUE *', '2024-05-06T10:00:00', [day('2024-05-07'), day('2024-05-13')]],
    ['weekday 0 is Sunday', '0 0 0 * * 0 *', day('2024-05-06'), [day('2024-05-12'), day('2024-05-19')]],
    ['? for day', '0 0 0 ? * MON *', day('2024-05-06'), [day('2024-05-13'), day('2024-05-20')]],
    ['? for weekday', '0 0 0 15 * ? *', day('2024-05-06'), [day('2024-05-15'), day('2024-06-15')]],
    ['day or weekday', '0 0 0 15 * WED *', day('2024-05-08'), [day('2024-05-15'), day('2024-05-22')]],
    ['L the last day', '0 0 0 L * * *', day('2024-02-01'), [day('2024-02-29'), day('2024-03-31')]],
    ['5L the last Friday', '0 0 0 * * 5L *', day('2024-05-06'), [day('2024-05-31'), day('2024-06-28')]],
    ['L for weekday is Saturday', '0 0 0 * * L *', day('2024-05-06'), [day('2024-05-11'), day('2024-05-18')]],
    ['5#2 the second Friday', '0 0 0 * * 5#2 *', day('2024-05-06'), [day('2024-05-10'), day('2024-06-14')]],
    [
      'MON#1 the first Monday',
      '0 0 0 * * MON#1 *',
      day('2024-05-06'),
      [day('2024-06-03'), day('2024-07-01')],
    ],
    [
      '15W on a Saturday is the 14th',
      '0 0 0 15W * * *',
      day('2024-06-01'),
      [day('2024-06-14'), day('2024-07-15')],
    ],
    [
      '16W on a Sunday is the 17th',
      '0 0 0 16W 6 * *',
      day('2024-06-01'),
      [day('2024-06-17'), day('2025-06-16')],
    ],
    [
      '1W on a Saturday is the 3rd',
      '0 0 0 1W 6 * *',
      day('2024-05-06'),
      [day('2024-06-03'), day('2025-06-02')],
    ],
    [
      '31W on a Sunday is the 29th',
      '0 0 0 31W 3 * *',
      day('2024-01-01'),
      [day('2024-03-29'), day('2025-03-31')],
    ],
    ['31W skips short months', '0 0 0 31W * * *', day('2024-04-01'), [day('2024-05-31'), day('2024-07-31')]],
    ['LW the last working day', '0 0 0 LW * * *', day('2024-06-01'), [day('2024-06-28'), day('2024-07-31')]],
    ['W with a time', '0 30 9 15W 6 * *', day('2024-06-01'), ['2024-06-14T09:30:00', '2025-06-16T09:30:00']],
    ['W beside a plain day', '0 0 0 1,15W 6 * *', day('2024-06-01'), [day('2024-06-14'), day('2025-06-01')]],
    ['W or a weekday', '0 0 0 15W 6 MON *', day('2024-06-10'), [day('2024-06-14'), day('2024-06-17')]],
    ['a leap day', '0 0 0 29 2 * *', day('2024-03-01'), [day('2028-02-29'), day('2032-02-29')]],
    ['a year range', '0 0 0 1 1 * 2026-2027', day('2024-05-06'), [day('2026-01-01'), day('2027-01-01')]],
    ['a year step', '0 0 0 1 1 * 2020/3', day('2024-05-06'), [day('2026-01-01'), day('2029-01-01')]],
    ['a year list', '0 0 0 1 1 * 2025,2030', day('2024-05-06'), [day('2025-01-01'), day('2030-01-01')]],
  ])('%s: %s after %s', (_what, expression, after, expected) => {
    expect(runs(expression, after, expected.length)).toEqual(expected)
  })

  test('30 February never comes', () => {
    expect(runs('0 0 0 30 2 * *', day('2024-01-01'), 1)).toEqual([])
  })

  test.each([
    ['0 0 0 * * *', 'seven fields'],
    ['60 * * * * * *', "the second '60'"],
    ['0 60 * * * * *', "the minute '60'"],
    ['0 0 24 * * * *', "the hour '24'"],
    ['0 0 0 0 * * *', "the day '0'"],
    ['0 0 0 32 * * *', "the day '32'"],
    ['0 0 0 * 13 * *', "the month '13'"],
    ['0 0 0 * FOO * *', "the month 'FOO'"],
    ['0 0 0 * * 7 *', "the weekday '7'"],
    ['0 0 0 * * FRI#6 *', "the weekday 'FRI#6'"],
    ['0 0 0 * * * 1969', "the year '1969'"],
    ['0 0 0 * * * 2100', "the year '2100'"],
    ['0 5-1 * * * * *', "the minute '5-1'"],
    ['0 */0 * * * * *', "the minute '*/0'"],
    ['0 1,,2 * * * * *', "the minute ''"],
    ['0 L * * * * *', "the minute 'L'"],
    ['0 0 0 32W * * *', "the day '32W'"],
    ['? * * * * * *', "the second '?'"],
    ['0 0 0 * * W *', "the weekday 'W'"],
  ])('%s is refused: %s', (expression, reason) => {
    expect(() => new SevenFieldCron(expression)).toThrow(reason)
  })
})
