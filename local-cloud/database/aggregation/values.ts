import { Decimal128, Double, Int32, Long, MinKey, ObjectId, Timestamp } from 'bson'
import { compareValues } from '../order-key'
import { typeName as storedTypeName } from '../type-names'
import { encode, isPlainObject } from '../wire'
import { failed } from './operator'

/** MongoDB's name of a value's type, as `$type` and its errors give it; `undefined` is 'missing'. */
export function typeName(value: unknown): string {
  return value === undefined ? 'missing' : storedTypeName(value)
}

/** True for whole numbers of 32 bits. */
export function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31
}

/** Null or missing. */
export function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

/** A number of any kind; `undefined` for what is none. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Timestamp) return undefined
  if (value instanceof Long) return value.toNumber()
  if (value instanceof Int32 || value instanceof Double) return Number(value.valueOf())
  if (value instanceof Decimal128) return Number(value.toString())
  return undefined
}

/** False for false, 0, null and missing; true for everything else, empty texts and arrays too. */
export function isTrue(value: unknown): boolean {
  if (isNothing(value) || value === false) return false
  const number = numberOf(value)
  return number === undefined || number !== 0
}

/** MongoDB's order of two values of an expression: as in a sort, but missing comes before null. */
export function compare(a: unknown, b: unknown): number {
  if (a === undefined && b === undefined) return 0
  if (a === undefined) return b instanceof MinKey ? 1 : -1
  if (b === undefined) return a instanceof MinKey ? -1 : 1
  return compareValues(a, b)
}

/** Equality of expressions: `compare` finds no difference. */
export function isEqual(a: unknown, b: unknown): boolean {
  return compare(a, b) === 0
}

/** A value as MongoDB writes it into its errors. */
export function show(value: unknown): string {
  if (value === undefined) return 'MISSING'
  if (value instanceof Date) return value.toISOString()
  if (value instanceof ObjectId) return value.toHexString()
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`
  if (isPlainObject(value)) {
    const fields = Object.entries(value).map(([key, item]) => `${key}: ${show(item)}`)
    return `{${fields.join(', ')}}`
  }
  const number = numberOf(value)
  return number === undefined ? (JSON.stringify(value) ?? encode(value)) : String(number)
}

/** A date from epoch ms. Throws where there is none: dates end 100,000,000 days from 1970. */
export function dateOf(instant: number): Date {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) throw failed(`date overflow: ${instant}`)
  return date
}
