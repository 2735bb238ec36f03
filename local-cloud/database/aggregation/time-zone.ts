import { failed } from './operator'
import { isNothing, show, typeName } from './values'

/** A time zone: how many minutes it is ahead of UTC at an instant (epoch ms). */
export interface TimeZone {
  isUtc: boolean
  offsetAt(instant: number): number
}

export const UTC: TimeZone = { isUtc: true, offsetAt: () => 0 }

const MINUTE = 60_000
const DAY = 86_400_000
const known = new Map<string, TimeZone>()

/** A zone by its Olson name ('Asia/Shanghai') or offset ('+08', '+0800', '+08:00'); null for null. */
export function timeZoneOf(value: unknown, name: string): TimeZone | null {
  if (isNothing(value)) return null
  if (typeof value !== 'string') {
    throw failed(
      `${name} requires a string for the timezone argument, but was given a ${typeName(value)} (${show(value)})`,
    )
  }
  const zone = known.get(value) ?? byOffset(value) ?? byName(value)
  known.set(value, zone)
  return zone
}

function byOffset(text: string): TimeZone | null {
  if (['UTC', 'GMT', 'Z', ''].includes(text)) return UTC
  const minutes = offsetOf(text)
  return minutes === null ? null : { isUtc: minutes === 0, offsetAt: () => minutes }
}

/** The minutes of '+08', '+0800' or '+08:00'; null for anything else. */
export function offsetOf(text: string): number | null {
  const match = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(text)
  if (!match) return null
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return match[1] === '-' && minutes !== 0 ? -minutes : minutes
}

function byName(text: string): TimeZone {
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: text,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    })
  } catch {
    throw failed(`unrecognized time zone identifier: "${text}"`)
  }
  return { isUtc: false, offsetAt: (instant) => (wallClock(format, instant) - instant) / MINUTE }
}

/** What the clocks of a zone show, read as if it were UTC, to the second. */
function wallClock(format: Intl.DateTimeFormat, instant: number): number {
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type))
  const year = parts.get('era') === 'BC' ? 1 - part('year') : part('year')
  const shown = utc(year, part('month'), part('day'))
  const time = (part('hour') * 60 + part('minute')) * MINUTE + part('second') * 1000
  return shown + time + (((instant % 1000) + 1000) % 1000)
}

/** Midnight UTC of a day, in epoch ms; months and days may run over. Years below 100 are meant as such. */
export function utc(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime()
}

/**
 * The instant at which the clocks of a zone show a time given as if it were UTC: the first of two where they are set
 * back, and the offset from before where they skip it.
 */
export function instantOf(shown: number, zone: TimeZone): number {
  const before = zone.offsetAt(shown - DAY)
  const first = shown - before * MINUTE
  if (zone.offsetAt(first) === before) return first
  const after = zone.offsetAt(shown + DAY)
  const second = shown - after * MINUTE
  return zone.offsetAt(second) === after ? second : first
}

/** What the clocks of a zone show at an instant, as a Date to be read in UTC. */
export function shownAt(instant: number, zone: TimeZone): Date {
  return new Date(instant + zone.offsetAt(instant) * MINUTE)
}
