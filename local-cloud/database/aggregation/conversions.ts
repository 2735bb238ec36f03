import { Decimal128, ObjectId } from 'bson'
import { CloudError } from '../../errors'
import { instantFrom } from './date-parts'
import { parseDate } from './date-text'
import { compileAll, failed, fixed, parametersOf, type Operator, type Operators } from './operator'
import { dateOf, isInt32, isNothing, isTrue, numberOf, show, typeName } from './values'

const CODES: Readonly<Record<number, string>> = {
  1: 'double',
  2: 'string',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  16: 'int',
  18: 'long',
  19: 'decimal',
}

const NO_ON_ERROR = 'in $convert with no onError value'

type Conversion = (value: unknown) => unknown

function unsupported(value: unknown, to: string): CloudError {
  return failed(`Unsupported conversion from ${typeName(value)} to ${to} ${NO_ON_ERROR}`)
}

function parsed(text: string, pattern: RegExp): number {
  if (pattern.test(text)) return Number(text)
  const why = /\d/.test(text) ? 'Did not consume whole string.' : 'No digits'
  throw failed(`Failed to parse number '${text}' ${NO_ON_ERROR}: ${why}`)
}

const WHOLE = /^[+-]?\d+$/
const FLOAT = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$|^[+-]?(inf(inity)?|nan)$/i

function toWhole(to: 'int' | 'long'): Conversion {
  return (value) => {
    if (typeof value === 'boolean') return Number(value)
    if (typeof value === 'string') return inRange(parsed(value, WHOLE), value, to)
    if (to === 'long' && value instanceof Date) return value.getTime()
    const number = numberOf(value)
    if (number === undefined) throw unsupported(value, to)
    if (Number.isNaN(number)) throw failed(`Attempt to convert NaN value to integer type ${NO_ON_ERROR}`)
    if (!Number.isFinite(number)) {
      throw failed(`Attempt to convert infinity value to integer type ${NO_ON_ERROR}`)
    }
    return inRange(Math.trunc(number), value, to)
  }
}

function inRange(number: number, value: unknown, to: 'int' | 'long'): number {
  if (to === 'int' ? isInt32(number) : Math.abs(number) < 2 ** 63) return number + 0
  throw failed(`Conversion would overflow target type ${NO_ON_ERROR}: ${show(value)}`)
}

const toDouble: Conversion = (value) => {
  if (typeof value === 'boolean') return Number(value)
  if (typeof value === 'string') return special(value) ?? parsed(value, FLOAT)
  if (value instanceof Date) return value.getTime()
  const number = numberOf(value)
  if (number === undefined) throw unsupported(value, 'double')
  return number
}

function special(text: string): number | undefined {
  const match = /^([+-]?)(inf(?:inity)?|nan)$/i.exec(text)
  if (!match) return undefined
  if (match[2]?.toLowerCase() === 'nan') return NaN
  return match[1] === '-' ? -Infinity : Infinity
}

const toDecimal: Conversion = (value) => {
  if (value instanceof Decimal128) return value
  if (typeof value === 'string') {
    if (special(value) === undefined) parsed(value, FLOAT)
    return Decimal128.fromString(value)
  }
  if (value instanceof Date || typeof value === 'boolean' || numberOf(value) !== undefined) {
    return Decimal128.fromString(String(toDouble(value)))
  }
  throw unsupported(value, 'decimal')
}

const toText: Conversion = (value) => {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (value instanceof Date || value instanceof ObjectId || numberOf(value) !== undefined) return show(value)
  throw unsupported(value, 'string')
}

const toDate: Conversion = (value) => {
  if (typeof value === 'string') return new Date(parseDate(value, null))
  const number = numberOf(value)
  if (number !== undefined && typeName(value) !== 'int') return dateOf(Math.trunc(number))
  if (value instanceof Date || value instanceof ObjectId) return new Date(instantFrom(value))
  throw unsupported(value, 'date')
}

const toObjectId: Conversion = (value) => {
  if (value instanceof ObjectId) return value
  if (typeof value !== 'string') throw unsupported(value, 'objectId')
  if (/^[0-9a-f]{24}$/i.test(value)) return new ObjectId(value)
  const why =
    value.length === 24
      ? 'Invalid character found in hex string'
      : `Invalid string length for parsing to OID, expected 24 but found ${value.length}`
  throw failed(`Failed to parse objectId '${value}' ${NO_ON_ERROR}: ${why}`)
}

const toBool: Conversion = (value) => {
  if (['array', 'object', 'regex', 'binData'].includes(typeName(value))) throw unsupported(value, 'bool')
  return typeof value === 'string' || isTrue(value)
}

const CONVERSIONS: Readonly<Record<string, Conversion>> = {
  bool: toBool,
  date: toDate,
  decimal: toDecimal,
  double: toDouble,
  int: toWhole('int'),
  long: toWhole('long'),
  objectId: toObjectId,
  string: toText,
}

function conversionTo(type: unknown): Conversion {
  const code = numberOf(type)
  const name = code === undefined ? type : CODES[code]
  if (typeof type !== 'string' && code === undefined) {
    throw failed(`$convert's 'to' argument must be a string or number, but is ${typeName(type)}`)
  }
  const conversion = typeof name === 'string' ? CONVERSIONS[name] : undefined
  if (conversion) return conversion
  throw failed(
    code === undefined
      ? `Unknown type name: ${String(type)}`
      : `In $convert, numeric value for 'to' does not correspond to a BSON type: ${code}`,
  )
}

const convert: Operator = (operand, compiler) => {
  const parts = parametersOf(operand, {
    required: ['input', 'to'],
    optional: ['onError', 'onNull'],
    notObject: (value) => `$convert expects an object of named arguments but found: ${typeName(value)}`,
    unknown: (key) => `$convert found an unknown argument: ${key}`,
    missing: (key) => `Missing '${key}' parameter to $convert`,
  })
  const { input, to, onError, onNull } = compileAll(parts, compiler)
  return (variables) => {
    const value = input?.(variables)
    const type = to?.(variables)
    if (isNothing(value)) return onNull ? onNull(variables) : null
    if (isNothing(type)) return null
    const conversion = conversionTo(type)
    try {
      return conversion(value)
    } catch (error) {
      if (onError && error instanceof CloudError) return onError(variables)
      throw error
    }
  }
}

function shorthand(conversion: Conversion): Operator {
  return fixed(1, ([value]) => (isNothing(value) ? null : conversion(value)))
}

/** From one type to another (MongoDB 4.0). Null and missing give null. */
export const conversions: Operators = {
  $convert: convert,
  $toBool: shorthand(toBool),
  $toDate: shorthand(toDate),
  $toDecimal: shorthand(toDecimal),
  $toDouble: shorthand(toDouble),
  $toInt: shorthand(toWhole('int')),
  $toLong: shorthand(toWhole('long')),
  $toObjectId: shorthand(toObjectId),
  $toString: shorthand(toText),
  $type: fixed(1, ([value]) => typeName(value)),
}
