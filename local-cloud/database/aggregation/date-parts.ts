import { ObjectId, Timestamp } from 'bson'
import { isPlainObject } from '../wire'
import { compileAll, failed, parametersOf, type Evaluate, type Operator, type Operators } from './operator'
import { shownAt, timeZoneOf, utc, UTC, type TimeZone } from './time-zone'
import { isNothing, isTrue, show, typeName } from './values'

const DAY = 86_400_000

/** The day of the year, 1–366, of a date read in UTC. */
function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - utc(date.getUTCFullYear(), 1, 1)) / DAY) + 1
}

/** Weeks begin on Sundays; the days before the year's first Sunday are in week 0. */
function week(date: Date): number {
  return Math.floor((dayOfYear(date) - 1 + 7 - date.getUTCDay()) / 7)
}

/** Monday is 1, Sunday 7. */
export function isoDayOfWeek(date: Date): number {
  return date.getUTCDay() || 7
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function thursdayOf(date: Date): Date {
  return new Date(date.getTime() + (4 - isoDayOfWeek(date)) * DAY)
}

/** The parts of a date read in UTC, by the names of their operators. */
export const PARTS: Readonly<Record<string, (date: Date) => number>> = {
  year: (date) => date.getUTCFullYear(),
  month: (date) => date.getUTCMonth() + 1,
  dayOfMonth: (date) => date.getUTCDate(),
  hour: (date) => date.getUTCHours(),
  minute: (date) => date.getUTCMinutes(),
  second: (date) => date.getUTCSeconds(),
  millisecond: (date) => date.getUTCMilliseconds(),
  dayOfYear,
  dayOfWeek: (date) => date.getUTCDay() + 1,
  week,
  isoDayOfWeek,
  isoWeek: (date) => Math.floor((dayOfYear(thursdayOf(date)) - 1) / 7) + 1,
  isoWeekYear: (date) => thursdayOf(date).getUTCFullYear(),
}

/** One part of a date read in UTC. */
export function partOf(name: string, date: Date): number {
  return PARTS[name]?.(date) ?? 0
}

/** The instant, in epoch ms, of what can be taken for a date: dates, timestamps, object ids. */
export function instantFrom(value: unknown): number {
  if (value instanceof Date) return value.getTime()
  if (value instanceof ObjectId) return value.getTimestamp().getTime()
  if (value instanceof Timestamp) return value.getHighBitsUnsigned() * 1000
  throw failed(`can't convert from BSON type ${typeName(value)} to Date`)
}

/** `$year` and its like take a date, an array of one, or `{date, timezone}`. */
function part(read: (date: Date) => number): Operator {
  return (operand, compiler, name) => {
    const { date, timezone } = dateOperand(operand, name)
    const [dateOf, zoneOf] = [
      compiler.compile(date),
      timezone === undefined ? null : compiler.compile(timezone),
    ]
    return (variables) => {
      const value = dateOf(variables)
      if (isNothing(value)) return null
      const zone = zoneFrom(zoneOf, variables, name)
      return zone ? read(shownAt(instantFrom(value), zone)) : null
    }
  }
}

function dateOperand(operand: unknown, name: string): { date?: unknown; timezone?: unknown } {
  if (isPlainObject(operand) && !Object.keys(operand)[0]?.startsWith('$')) {
    return parametersOf(operand, {
      required: ['date'],
      optional: ['timezone'],
      notObject: () => '',
      unknown: (key) => `unrecognized option to ${name}: "${key}"`,
      missing: () => `missing 'date' argument to ${name}, provided: ${show(operand)}`,
    })
  }
  if (!Array.isArray(operand)) return { date: operand }
  if (operand.length === 1) return { date: operand[0] as unknown }
  throw failed(`${name} accepts exactly one argument if given an array, but was given ${operand.length}`)
}

/** The zone of an operator: UTC when none is asked for, null when it is null. */
export function zoneFrom(
  zone: Evaluate | null | undefined,
  variables: Parameters<Evaluate>[0],
  name: string,
): TimeZone | null {
  return zone ? timeZoneOf(zone(variables), name) : UTC
}

const CALENDAR = ['year', 'month', 'dayOfMonth', 'hour', 'minute', 'second', 'millisecond']
const ISO = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek', 'hour', 'minute', 'second', 'millisecond']

const dateToParts: Operator = (operand, compiler, name) => {
  const parts = parametersOf(operand, {
    required: ['date'],
    optional: ['timezone', 'iso8601'],
    notObject: () => '$dateToParts only supports an object as its argument',
    unknown: (key) => `Unrecognized argument to $dateToParts: ${key}`,
    missing: () => "Missing 'date' parameter to $dateToParts",
  })
  const { date, timezone, iso8601 } = compileAll(parts, compiler)
  return (variables) => {
    const iso = iso8601?.(variables) ?? (iso8601 ? null : false)
    const zone = zoneFrom(timezone, variables, name)
    const value = date?.(variables)
    if (iso === null || zone === null || isNothing(value)) return null
    if (typeof iso !== 'boolean') {
      throw failed(`iso8601 must evaluate to a bool, found ${typeName(iso)} with value ${show(iso)}`)
    }
    const shown = shownAt(instantFrom(value), zone)
    const names = isTrue(iso) ? ISO : CALENDAR
    return Object.fromEntries(names.map((key) => [key === 'dayOfMonth' ? 'day' : key, partOf(key, shown)]))
  }
}

/** Parts of dates, in UTC or in a time zone. Null and missing give null. */
export const dateParts: Operators = {
  ...Object.fromEntries(Object.entries(PARTS).map(([name, read]) => [`$${name}`, part(read)])),
  $dateToParts: dateToParts,
}
