import { compareValues, equalValues, tagOf } from './order-key'
import { isOperators } from './conditions'
import { geoOperators } from './geo/operators'
import { leavesAt, withElements } from './paths'
import { testPattern } from './patterns'
import { typeName, typesAsked } from './type-names'
import { isPlainObject } from './wire'
import { Query as MingoQuery } from 'mingo/query'
import type { Options } from 'mingo/types'

type Test = (doc: unknown) => boolean
type Operator = (path: string, operand: unknown, options: Options) => Test

const isNothing = (value: unknown): boolean => value === null || value === undefined

function candidates(doc: unknown, path: string): unknown[] {
  return leavesAt(doc, path).flatMap(withElements)
}

function equals(doc: unknown, path: string, operand: unknown): boolean {
  if (isNothing(operand)) return candidates(doc, path).some(isNothing)
  if (operand instanceof RegExp) return fits(doc, path, operand)
  return candidates(doc, path).some((value) => equalValues(value, operand))
}

/** An expression is met by a text that fits, and by the same expression stored as a value. */
function fits(doc: unknown, path: string, pattern: RegExp): boolean {
  return candidates(doc, path).some((value) =>
    typeof value === 'string' ? testPattern(pattern, value) : equalValues(value, pattern),
  )
}

function isAmong(doc: unknown, path: string, operands: unknown[]): boolean {
  return operands.some((operand) => equals(doc, path, operand))
}

function membersOf(operator: string, operand: unknown): unknown[] {
  if (!Array.isArray(operand)) throw new Error(`${operator} needs an array`)
  if (operand.some(isOperators)) throw new Error('cannot nest $ under $in')
  return operand as unknown[]
}

/** Compares within the operand's type only, as MongoDB does; NaN is neither less nor greater than a number. */
function comparison(holds: (order: number) => boolean): Operator {
  return (path, operand) => {
    if (operand instanceof RegExp)
      throw new Error(`Can't have RegEx as arg to predicate over field '${path}'.`)
    if (isNothing(operand)) return (doc) => holds(0) && equals(doc, path, null)
    if (Number.isNaN(operand)) return (doc) => holds(0) && equals(doc, path, operand)
    const tag = tagOf(operand)
    const isHit = (value: unknown): boolean =>
      value !== undefined &&
      !Number.isNaN(value) &&
      tagOf(value) === tag &&
      holds(compareValues(value, operand))
    return (doc) => candidates(doc, path).some(isHit)
  }
}

/** `{$elemMatch: {field: …}}` meets objects only; `{$elemMatch: {$gt: …}}` meets any element. */
const elemMatch: Operator = (path, operand, options) => {
  if (!isPlainObject(operand)) throw new Error('$elemMatch needs an Object')
  const isOfElement = isOperators(operand) && !['$and', '$or', '$nor'].some((key) => key in operand)
  const query = new MingoQuery<Record<string, unknown>>(isOfElement ? { element: operand } : operand, options)
  const holds = (element: unknown): boolean => {
    if (isOfElement) return query.test({ element })
    if (Array.isArray(element)) return query.test({ ...(element as unknown[]) })
    return isPlainObject(element) && query.test(element)
  }
  return (doc) => leavesAt(doc, path).some((leaf) => Array.isArray(leaf) && leaf.some(holds))
}

const exists: Operator = (path, operand) => (doc) =>
  leavesAt(doc, path).some((leaf) => leaf !== undefined) === Boolean(operand)

const size: Operator = (path, operand) => {
  if (typeof operand !== 'number') throw badSize('Expected a number in', operand)
  if (!Number.isInteger(operand)) throw badSize('Expected an integer', operand)
  if (operand < 0) throw badSize('Expected a non-negative number in', operand)
  return (doc) => leavesAt(doc, path).some((leaf) => Array.isArray(leaf) && leaf.length === operand)
}

function badSize(what: string, operand: unknown): Error {
  return new Error(`Failed to parse $size. ${what}: $size: ${JSON.stringify(operand)}`)
}

/** Fractions are cut off on both sides, and the remainder has the sign of the value. */
const mod: Operator = (path, operand) => {
  if (!Array.isArray(operand)) throw new Error('malformed mod, needs to be an array')
  if (operand.length < 2) throw new Error('malformed mod, not enough elements')
  if (operand.length > 2) throw new Error('malformed mod, too many elements')
  const [divisor, remainder] = operand as unknown[]
  if (typeof divisor !== 'number') throw new Error('malformed mod, divisor not a number')
  if (typeof remainder !== 'number') throw new Error('malformed mod, remainder not a number')
  if (Math.trunc(divisor) === 0) throw new Error('divisor cannot be 0')
  const isHit = (value: unknown): boolean =>
    typeof value === 'number' && Math.trunc(value) % Math.trunc(divisor) === Math.trunc(remainder)
  return (doc) => candidates(doc, path).some(isHit)
}

const type: Operator = (path, operand) => {
  const asked = typesAsked(operand)
  return (doc) => candidates(doc, path).some((value) => value !== undefined && asked.has(typeName(value)))
}

/** Every member must be met, each by the field or by an element; no members are met by nothing. */
const all: Operator = (path, operand, options) => {
  if (!Array.isArray(operand)) throw new Error('$all needs an array')
  const tests = (operand as unknown[]).map((member) => memberOfAll(path, member, options))
  return (doc) => tests.length > 0 && tests.every((test) => test(doc))
}

function memberOfAll(path: string, member: unknown, options: Options): Test {
  if (!isOperators(member)) return (doc) => equals(doc, path, member)
  if (!('$elemMatch' in member)) throw new Error('no $ expressions in $all')
  return elemMatch(path, member.$elemMatch, options)
}

const regex: Operator = (path, operand) => {
  if (!(operand instanceof RegExp)) throw new Error('$regex has to be a string')
  return (doc) => fits(doc, path, operand)
}

const notEqual: Operator = (path, operand) => {
  if (operand instanceof RegExp) throw new Error("Can't have regex as arg to $ne.")
  return (doc) => !equals(doc, path, operand)
}

/** Query operators in which mingo 7.2 differs from MongoDB: null, types, the order of objects' keys, elements. */
export const mendedQueries: Record<string, Operator> = {
  $eq: (path, operand) => (doc) => equals(doc, path, operand),
  $ne: notEqual,
  $in: (path, operand) => {
    const operands = membersOf('$in', operand)
    return (doc) => isAmong(doc, path, operands)
  },
  $nin: (path, operand) => {
    const operands = membersOf('$nin', operand)
    return (doc) => !isAmong(doc, path, operands)
  },
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $elemMatch: elemMatch,
  $exists: exists,
  $size: size,
  $mod: mod,
  $type: type,
  $all: all,
  $regex: regex,
  ...geoOperators,
}
