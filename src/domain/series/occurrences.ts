import { RRule } from 'rrule'
import { dayKey, type Calendar } from '../shared/calendar'
import { days, hours, minutes, type Timestamp } from '../shared/time'
import type { TimeWindow } from '../order/parts'
import { addDays, dateOf, isDay, keyOf, startOf } from '../shared/day-keys'
import type { Repeat, Series } from './schema'

/** What says on which days somebody comes. */
export type Recurring = Pick<Series, 'repeat' | 'skipped'>
type Holidays = Pick<Calendar, 'holidays'>

/** No series is looked further ahead: BYMONTHDAY=29 every twelve months comes once in four to eight years. */
const horizonDays = 20 * 366
/** Days are announced this long ahead, at this hour: time to find someone else. */
const aheadDays = 2
const announcedAt = hours(9)
const mostUpcoming = 7

/**
 * The rule as RFC 5545 reads it, with `startsOn` as DTSTART: COUNT counts the days that the rule gives from there
 * on, those left out included (as EXDATE does, section 3.8.5.1); months without the day are passed over
 * (section 3.3.10). Days are taken as midnights UTC.
 */
const ruleOf = ({ rule, startsOn }: Repeat): RRule =>
  new RRule({ ...RRule.parseString(rule), dtstart: dateOf(startsOn) })

/** Days on or after `from` on which somebody comes, earliest first, at most `count`. */
export function upcomingDays(
  { repeat, skipped }: Recurring,
  { holidays }: Holidays,
  from: string,
  count = mostUpcoming,
): string[] {
  const out = new Set([...skipped, ...(repeat.restsOnHolidays ? holidays : [])])
  const first = from > repeat.startsOn ? from : repeat.startsOn
  const horizon = addDays(first, horizonDays)
  const last = repeat.endsOn !== null && repeat.endsOn < horizon ? repeat.endsOn : horizon
  const found: string[] = []
  if (count <= 0 || first > last) return found
  ruleOf(repeat).between(dateOf(first), dateOf(last), true, (date) => {
    const day = keyOf(date)
    if (!out.has(day)) found.push(day)
    return found.length < count
  })
  return found.slice(0, count)
}

/** The first of them; null when nobody comes any more. */
export const nextDayOf = (series: Recurring, calendar: Holidays, from: string): string | null =>
  upcomingDays(series, calendar, from, 1)[0] ?? null

/** When somebody is to come on a day. */
export function windowOn({ span }: Pick<Repeat, 'span'>, day: string): TimeWindow {
  const midnight = startOf(day)
  return { from: midnight + minutes(span.from), to: midnight + minutes(span.to) }
}

/** When the order for a day is placed: two days before at 9:00 in China, or at once when that is over. */
export const wakeAtOf = (day: string, now: Timestamp): Timestamp =>
  Math.max(now, startOf(day) - days(aheadDays) + announcedAt)

/** Today, as long as somebody could still come; else tomorrow. */
export function firstOpenDay({ repeat }: Pick<Series, 'repeat'>, now: Timestamp): string {
  const today = dayKey(now)
  return windowOn(repeat, today).to <= now ? addDays(today, 1) : today
}

export type Next = Pick<Series, 'nextDay' | 'wakeAt'>

/**
 * What a series waits for next.
 * @param after the day for which an order was placed last; null: none yet
 * @param now days whose window is over by then are passed by, so that a long pause brings no orders for the past
 */
export function nextOf(series: Recurring, calendar: Holidays, after: string | null, now: Timestamp): Next {
  const open = firstOpenDay(series, now)
  const from = after !== null && after >= open ? addDays(after, 1) : open
  const nextDay = nextDayOf(series, calendar, from)
  return { nextDay, wakeAt: nextDay === null ? null : wakeAtOf(nextDay, now) }
}

/** Parts of a rule that RFC 5545 forbids beside each other, or twice. */
function isWellFormed(rule: string): boolean {
  const names = rule.split(';').map((part) => part.split('=')[0])
  const isTwice = new Set(names).size < names.length
  return !isTwice && !(rule.startsWith('FREQ=WEEKLY') && names.includes('BYMONTHDAY'))
}

/**
 * Can anybody ever come? Not when a day is none, when the rule contradicts itself (a part twice; BYMONTHDAY with
 * WEEKLY), or when it gives no day from `startsOn` or today on.
 */
export function canOccur(repeat: Repeat, calendar: Holidays, now: Timestamp): boolean {
  if (!isWellFormed(repeat.rule) || !isDay(repeat.startsOn)) return false
  if (repeat.endsOn !== null && !isDay(repeat.endsOn)) return false
  return nextOf({ repeat, skipped: [] }, calendar, null, now).nextDay !== null
}
