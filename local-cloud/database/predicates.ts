import { compareValues, equalValues, tagOf } from './order-key'
import { isOperators } from './conditions'
import { leavesAt, withElements } from './paths'
import { isPlainObject } from './wire'
import { Query as MingoQuery } from 'mingo/query'
import type { Options } from 'mingo/types'

type Test = (doc: unknown) => boolean
type Operator = (path: string, operand: unknown, options: Options) => Test

const isNothing = (value: unknown): boolean => value === null || value === undefined

function equals(doc: unknown, path: string, operand: unknown): boolean {
  const leaves = leavesAt(doc, path)
  if (isNothing(operand)) return leaves.some((leaf) => withElements(leaf).some(isNothing))
  const candidates = leaves.flatMap(withElements)
  if (!(operand instanceof RegExp)) return candidates.some((value) => equalValues(value, operand))
  return candidates.some((value) =>
    typeof value === 'string' ? testPattern(operand, value) : equalValues(value, operand),
  )
}

function testPattern(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0
  return pattern.test(text)
}

function isAmong(doc: unknown, path: string, operands: unknown[]): boolean {
  return operands.some((operand) => equals(doc, path, operand))
}

function listOf(operator: string, operand: unknown): unknown[] {
  if (!Array.isArray(operand)) throw new Error(`${operator} needs an array`)
  return operand
}

/** Compares within the operand's type only, as MongoDB does. */
function comparison(holds: (order: number) => boolean): Operator {
  return (path, operand) => {
    if (isNothing(operand)) return (doc) => holds(0) && equals(doc, path, null)
    const tag = tagOf(operand)
    return (doc) =>
      leavesAt(doc, path)
        .flatMap(withElements)
        .some((value) => value !== undefined && tagOf(value) === tag && holds(compareValues(value, operand)))
  }
}

/** `{$elemMatch: {field: …}}` meets objects only; `{$elemMatch: {$gt: …}}` meets any element. */
const elemMatch: Operator = (path, operand, options) => {
  if (!isPlainObject(operand)) throw new Error('$elemMatch needs an Object')
  const isOfElement = isOperators(operand) && !['$and', '$or', '$nor'].some((key) => key in operand)
  const query = new MingoQuery<Record<string, unknown>>(isOfElement ? { element: operand } : operand, options)
  const holds = (element: unknown): boolean => {
    if (isOfElement) return query.test({ element })
    return isPlainObject(element) && query.test(element)
  }
  return (doc) => leavesAt(doc, path).some((leaf) => Array.isArray(leaf) && leaf.some(holds))
}

const exists: Operator = (path, operand) => (doc) =>
  leavesAt(doc, path).some((leaf) => leaf !== undefined) === Boolean(operand)

const size: Operator = (path, operand) => {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0) {
    throw new Error(`Failed to parse $size. Expected a non-negative integer in: $size: ${String(operand)}`)
  }
  return (doc) => leavesAt(doc, path).some((leaf) => Array.isArray(leaf) && leaf.length === operand)
}

/** Query operators in which mingo 7.2 differs from MongoDB: null, types, the order of objects' keys, elements. */
export const mendedQueries: Record<string, Operator> = {
  $eq: (path, operand) => (doc) => equals(doc, path, operand),
  $ne: (path, operand) => (doc) => !equals(doc, path, operand),
  $in: (path, operand) => {
    const operands = listOf('$in', operand)
    return (doc) => isAmong(doc, path, operands)
  },
  $nin: (path, operand) => {
    const operands = listOf('$nin', operand)
    return (doc) => !isAmong(doc, path, operands)
  },
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $elemMatch: elemMatch,
  $exists: exists,
  $size: size,
}
