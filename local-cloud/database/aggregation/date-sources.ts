import { CloudError } from '../../errors'
import { zoneFrom } from './date-parts'
import { isoMidnight, parseDate, parseDateAs } from './date-text'
import { compileAll, failed, parametersOf, type Evaluate, type Operator, type Operators } from './operator'
import { instantOf, utc, type TimeZone } from './time-zone'
import { dateOf, isNothing, numberOf, show, typeName } from './values'

const TIME_PARTS = ['hour', 'minute', 'second', 'millisecond']
const DATE_PARTS = ['year', 'month', 'day']
const ISO_PARTS = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek']

const dateFromParts: Operator = (operand, compiler, name) => {
  const given = parametersOf(operand, {
    required: [],
    optional: [...DATE_PARTS, ...ISO_PARTS, ...TIME_PARTS, 'timezone'],
    notObject: () => '$dateFromParts only supports an object as its argument',
    unknown: (key) => `Unrecognized argument to $dateFromParts: ${key}`,
    missing: () => '',
  })
  const isIso = checkKinds(given)
  const { timezone, ...parts } = compileAll(given, compiler)
  return (variables) => {
    const zone = zoneFrom(timezone, variables, name)
    const numbers = numbersOf(parts, variables)
    if (zone === null || numbers === null) return null
    const { hour = 0, minute = 0, second = 0, millisecond = 0 } = numbers
    const time = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
    return dateOf(instantOf((isIso ? isoDay(numbers) : calendarDay(numbers)) + time, zone))
  }
}

function checkKinds(given: Record<string, unknown>): boolean {
  const isIso = 'isoWeekYear' in given
  if (!isIso && !('year' in given)) {
    throw failed("$dateFromParts requires either 'year' or 'isoWeekYear' to be present")
  }
  const others = isIso ? DATE_PARTS : ISO_PARTS
  if (others.some((key) => key in given)) {
    throw failed('$dateFromParts does not allow mixing natural dates with ISO dates')
  }
  return isIso
}

function numbersOf(
  parts: Record<string, Evaluate | undefined>,
  variables: Parameters<Evaluate>[0],
): Record<string, number> | null {
  const out: Record<string, number> = {}
  for (const [key, part] of Object.entries(parts)) {
    const value = part?.(variables)
    if (isNothing(value)) return null
    out[key] = wholePart(key, value)
  }
  return out
}

function wholePart(key: string, value: unknown): number {
  const number = numberOf(value)
  if (number === undefined || !Number.isInteger(number)) {
    throw failed(`'${key}' must evaluate to an integer, found ${typeName(value)} with value ${show(value)}`)
  }
  const isYear = key === 'year' || key === 'isoWeekYear'
  if (isYear && (number < 0 || number > 9999)) {
    throw failed(`'${key}' must evaluate to an integer in the range 0 to 9999, found ${number}`)
  }
  if (!isYear && key !== 'second' && key !== 'millisecond' && Math.abs(number) > 32768) {
    throw failed(
      `'${key}' must evaluate to a value in the range [-32768, 32767]; value ${number} is not in range`,
    )
  }
  return number
}

const calendarDay = ({ year = 1970, month = 1, day = 1 }: Record<string, number>): number =>
  utc(year, month, day)

const isoDay = ({ isoWeekYear = 1970, isoWeek = 1, isoDayOfWeek = 1 }: Record<string, number>): number =>
  isoMidnight(isoWeekYear, isoWeek, isoDayOfWeek)

const dateFromString: Operator = (operand, compiler, name) => {
  const parts = parametersOf(operand, {
    required: ['dateString'],
    optional: ['format', 'timezone', 'onError', 'onNull'],
    notObject: () => '$dateFromString only supports an object as an argument, found: ' + typeName(operand),
    unknown: (key) => `Unrecognized argument to $dateFromString: ${key}`,
    missing: () => "Missing 'dateString' parameter to $dateFromString",
  })
  const { dateString, format, timezone, onError, onNull } = compileAll(parts, compiler)
  return (variables) => {
    const zone = timezone ? zoneFrom(timezone, variables, name) : undefined
    const form = format?.(variables)
    const text = dateString?.(variables)
    if (isNothing(text)) return onNull ? onNull(variables) : null
    if (zone === null || (format && isNothing(form))) return null
    try {
      return new Date(read(text, form, zone ?? null))
    } catch (error) {
      if (onError && error instanceof CloudError) return onError(variables)
      throw error
    }
  }
}

function read(text: unknown, format: unknown, zone: TimeZone | null): number {
  if (typeof text !== 'string') {
    throw failed(
      `$dateFromString requires that 'dateString' be a string, found: ${typeName(text)} with value ${show(text)}`,
    )
  }
  if (format === undefined) return parseDate(text, zone)
  if (typeof format === 'string') return parseDateAs(text, format, zone)
  throw failed(
    `$dateFromString requires that 'format' be a string, found: ${typeName(format)} with value ${show(format)}`,
  )
}

/** Dates from numbers and from texts. */
export const dateSources: Operators = {
  $dateFromParts: dateFromParts,
  $dateFromString: dateFromString,
}
