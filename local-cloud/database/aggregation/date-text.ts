import { failed } from './operator'
import { instantOf, offsetOf, timeZoneOf, utc, type TimeZone } from './time-zone'

/** The parts of a date that a text names. */
interface Parts {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  ms: number
  zone: string | undefined
}

const TIME = String.raw`(?:[T ]+(?<hour>\d{1,2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,](?<ms>\d+))?)?)?`
const ZONE = String.raw`\s*(?<zone>Z|[+-]\d{2}(?::?\d{2})?|UTC|GMT|[A-Za-z]+\/[A-Za-z_/]+)?`

const FORMS = [
  String.raw`(?<year>\d{4})-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?`,
  String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})`,
  String.raw`(?<year>\d{4})\/(?<month>\d{1,2})\/(?<day>\d{1,2})`,
  String.raw`(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})`,
].map((form) => new RegExp(`^\\s*${form}${TIME}${ZONE}\\s*$`, 'i'))

const HAS_MONTH_NAME = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i
const HAS_ZONE = /(\bZ|\bUTC|\bGMT|[+-]\d{2}:?\d{2})\s*$/i

const unreadable = (text: string): Error => failed(`Error parsing date string '${text}'`)

/** The instant (epoch ms) that a text names; without a zone of its own it is read in `zone`. */
export function parseDate(text: string, zone: TimeZone | null): number {
  const match = FORMS.map((form) => form.exec(text)).find((found) => found !== null)
  if (match?.groups) return instantOfParts(partsFrom(match.groups), text, zone)
  const hasZone = HAS_ZONE.test(text)
  const read = HAS_MONTH_NAME.test(text) ? Date.parse(hasZone ? text : `${text} UTC`) : NaN
  if (Number.isNaN(read)) throw unreadable(text)
  if (hasZone && zone) throw twoZones(text)
  return hasZone || !zone ? read : instantOf(read, zone)
}

function partsFrom(groups: Record<string, string | undefined>): Parts {
  const number = (name: string, usual: number): number => Number(groups[name] ?? usual)
  return {
    year: number('year', 1970),
    month: number('month', 1),
    day: number('day', 1),
    hour: number('hour', 0),
    minute: number('minute', 0),
    second: number('second', 0),
    ms: Math.trunc(Number(`0.${groups.ms ?? '0'}`) * 1000 + 1e-6),
    zone: groups.zone,
  }
}

function instantOfParts(parts: Parts, text: string, zone: TimeZone | null): number {
  const { year, month, day, hour, minute, second, ms } = parts
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 59) {
    throw unreadable(text)
  }
  const shown = utc(year, month, day) + ((hour * 60 + minute) * 60 + second) * 1000 + ms
  if (parts.zone !== undefined && zone) throw twoZones(text)
  const own = parts.zone === undefined ? zone : timeZoneOf(upperShort(parts.zone), '$dateFromString')
  return own ? instantOf(shown, own) : shown
}

const upperShort = (zone: string): string => (zone.length <= 3 ? zone.toUpperCase() : zone)

function twoZones(text: string): Error {
  return failed(
    'you cannot pass in a date/time string with time zone information ' +
      `('${text}') together with a timezone argument`,
  )
}

const SPECIFIERS: Readonly<Record<string, string>> = {
  d: String.raw`(?<day>\d{2})`,
  G: String.raw`(?<isoYear>\d{4})`,
  H: String.raw`(?<hour>\d{2})`,
  L: String.raw`(?<ms>\d{3})`,
  m: String.raw`(?<month>\d{2})`,
  M: String.raw`(?<minute>\d{2})`,
  S: String.raw`(?<second>\d{2})`,
  u: String.raw`(?<isoDay>\d)`,
  V: String.raw`(?<isoWeek>\d{2})`,
  Y: String.raw`(?<year>\d{4})`,
  z: String.raw`(?<zone>Z|[+-]\d{2}(?::?\d{2})?)`,
  Z: String.raw`(?<minutes>[+-]\d+)`,
  '%': '%',
}

/** Turns a format of `%Y`, `%m` and their like into a pattern. Throws for what it doesn't know. */
function patternOf(format: string): RegExp {
  const source = format.replace(/%(.?)|[\\^$.*+?()[\]{}|/]/gs, (match, specifier: string | undefined) => {
    if (specifier === undefined) return `\\${match}`
    if (specifier === '') throw failed("Unmatched '%' at end of format string")
    const pattern = SPECIFIERS[specifier]
    if (pattern === undefined) throw failed(`Invalid format character '%${specifier}' in format string`)
    return pattern
  })
  return new RegExp(`^${source}$`)
}

/** Like `parseDate`, for a text in a form that is given. */
export function parseDateAs(text: string, format: string, zone: TimeZone | null): number {
  const groups = patternOf(format).exec(text)?.groups
  if (!groups) throw unreadable(text)
  const hasDate = groups.year && groups.month && groups.day
  const hasIsoDate = groups.isoYear && groups.isoWeek && groups.isoDay
  if (!hasDate && !hasIsoDate) {
    throw failed(
      `Error parsing date string '${text}'; an incomplete date/time string has been found, with elements missing`,
    )
  }
  const day = hasDate ? groups : isoDate(groups)
  const zoneText = groups.minutes === undefined ? groups.zone : offsetText(Number(groups.minutes))
  return instantOfParts(partsFrom({ ...groups, ...day, zone: zoneText }), text, zone)
}

function isoDate(groups: Record<string, string | undefined>): Record<string, string> {
  const date = new Date(isoMidnight(Number(groups.isoYear), Number(groups.isoWeek), Number(groups.isoDay)))
  return {
    year: String(date.getUTCFullYear()),
    month: String(date.getUTCMonth() + 1),
    day: String(date.getUTCDate()),
  }
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes)
  const digits = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0')).join('')
  const text = `${minutes < 0 ? '-' : '+'}${digits}`
  if (offsetOf(text) === null) throw failed(`the minutes of '${minutes}' are no time zone`)
  return text
}

const DAY = 86_400_000

/** Midnight UTC, in epoch ms, of a day of an ISO week; weeks and days may run over. */
export function isoMidnight(year: number, week: number, day: number): number {
  const fourth = new Date(utc(year, 1, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() || 7) - 1) * DAY
  return monday + ((week - 1) * 7 + day - 1) * DAY
}
