import { agoWords, greetingAt, lateWords, momentWords, whenChoices, windowWords } from '@/copy/time'
import { days, hours, minutes } from '@/domain/shared/time'

/** A moment by the clocks of China. */
const china = (text: string): number => Date.parse(`${text}+08:00`)
/** A Sunday. */
const now = china('2026-11-22T14:10:00')

describe('a moment, as people say it', () => {
  test.each([
    ['2026-11-22T15:00:00', '今天下午3点'],
    ['2026-11-22T20:30:00', '今晚8点半'],
    ['2026-11-22T07:05:00', '今早7点05分'],
    ['2026-11-22T12:00:00', '今天中午12点'],
    ['2026-11-22T00:20:00', '今天凌晨0点20分'],
    ['2026-11-23T08:00:00', '明早8点'],
    ['2026-11-23T09:00:00', '明天上午9点'],
    ['2026-11-24T14:00:00', '后天下午2点'],
    ['2026-11-21T21:00:00', '昨晚9点'],
    ['2026-11-27T10:00:00', '周五上午10点'],
    ['2026-12-08T19:00:00', '12月8日晚上7点'],
    ['2025-03-08T10:00:00', '2025年3月8日上午10点'],
  ])('%s is %s', (at, words) => {
    expect(momentWords(china(at), now)).toBe(words)
  })
})

describe('how long ago', () => {
  test.each([
    [30_000, '刚刚'],
    [minutes(3), '3 分钟前'],
    [hours(2), '2 小时前'],
    [hours(7), '今早7点10分'],
    [days(1), '昨天下午2点10分'],
  ])('%d ms before now is %s', (past, words) => {
    expect(agoWords(now - past, now)).toBe(words)
  })
})

test('lateness: is rounded down to what one would say', () => {
  expect(lateWords(now - hours(2) - minutes(50), now)).toBe('已晚 2 小时')
  expect(lateWords(now - 20_000, now)).toBe('已晚 1 分钟')
  expect(lateWords(now - days(3), now)).toBe('已晚 3 天')
})

test('choices: begin with "as soon as possible" and leave out what is nearly over', () => {
  expect(whenChoices(now).map(({ label }) => label)).toEqual([
    '尽快',
    '今天下午',
    '今晚',
    '明天上午',
    '明天下午',
    '明晚',
    '后天上午',
    '后天下午',
    '后天晚上',
  ])
  expect(whenChoices(china('2026-11-22T17:30:00'))[1]?.label).toBe('今晚')
})

test('a window: a whole part of a day has one word, another its hours', () => {
  const from = china('2026-11-23T08:00:00')
  expect(windowWords({ from, to: from + hours(4) }, now)).toBe('明天上午')
  expect(windowWords({ from: from + hours(1), to: from + hours(3) }, now)).toBe('明天上午9点到上午11点')
  expect(windowWords(null, now)).toBe('尽快')
})

test('the greeting follows the clock of China', () => {
  expect(greetingAt(china('2026-11-22T08:00:00'))).toBe('morning')
  expect(greetingAt(china('2026-11-22T23:00:00'))).toBe('evening')
})
