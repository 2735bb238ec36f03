import { instantFrom, partOf, zoneFrom } from './date-parts'
import { compileAll, failed, parametersOf, type Operator, type Operators } from './operator'
import { shownAt, type TimeZone } from './time-zone'
import { isNothing, show, typeName } from './values'

/** The form of `$dateToString` that is asked for no other (source: the manual of 4.0). */
const USUAL = '%Y-%m-%dT%H:%M:%S.%LZ'

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

function padded(part: string, width: number): (shown: Date) => string {
  return (shown) => pad(partOf(part, shown), width)
}

const SPECIFIERS: Readonly<Record<string, (shown: Date, minutes: number) => string>> = {
  '%': () => '%',
  d: padded('dayOfMonth', 2),
  G: padded('isoWeekYear', 4),
  H: padded('hour', 2),
  j: padded('dayOfYear', 3),
  L: padded('millisecond', 3),
  m: padded('month', 2),
  M: padded('minute', 2),
  S: padded('second', 2),
  u: padded('isoDayOfWeek', 1),
  U: padded('week', 2),
  V: padded('isoWeek', 2),
  w: padded('dayOfWeek', 1),
  Y: padded('year', 4),
  z: (_shown, minutes) => {
    const size = Math.abs(minutes)
    return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}${pad(Math.floor(size % 60), 2)}`
  },
  Z: (_shown, minutes) => `${minutes < 0 ? '-' : '+'}${Math.floor(Math.abs(minutes))}`,
}

function checkFormat(format: string): void {
  for (let i = 0; i < format.length; i++) {
    if (format[i] !== '%') continue
    i++
    const specifier = format[i]
    if (specifier === undefined) throw failed("Unmatched '%' at end of format string")
    if (!Object.hasOwn(SPECIFIERS, specifier)) {
      throw failed(`Invalid format character '%${specifier}' in format string`)
    }
  }
}

function formatted(instant: number, format: string, zone: TimeZone): string {
  const shown = shownAt(instant, zone)
  const year = shown.getUTCFullYear()
  if (year < 0 || year > 9999) {
    throw failed(`$dateToString is only defined on year 0-9999, tried to use year ${year}`)
  }
  const minutes = zone.offsetAt(instant)
  return format.replace(
    /%(.)/gs,
    (_match, specifier: string) => SPECIFIERS[specifier]?.(shown, minutes) ?? '',
  )
}

const dateToString: Operator = (operand, compiler, name) => {
  const parts = parametersOf(operand, {
    required: ['date'],
    optional: ['format', 'timezone', 'onNull'],
    notObject: () => '$dateToString only supports an object as its argument',
    unknown: (key) => `Unrecognized argument to $dateToString: ${key}`,
    missing: () => "Missing 'date' parameter to $dateToString",
  })
  if (typeof parts.format === 'string' && !parts.format.startsWith('$')) checkFormat(parts.format)
  const { date, format, timezone, onNull } = compileAll(parts, compiler)
  return (variables) => {
    const value = date?.(variables)
    const form = format ? format(variables) : USUAL
    const zone = zoneFrom(timezone, variables, name)
    if (isNothing(form)) return onNull ? onNull(variables) : null
    if (typeof form !== 'string') {
      throw failed(
        `$dateToString requires that 'format' be a string, found: ${typeName(form)} with value ${show(form)}`,
      )
    }
    checkFormat(form)
    if (isNothing(value)) return onNull ? onNull(variables) : null
    return zone ? formatted(instantFrom(value), form, zone) : null
  }
}

/** Dates as texts. */
export const dateFormats: Operators = { $dateToString: dateToString }
