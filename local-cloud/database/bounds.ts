import { fieldConditions, type Condition } from './conditions'
import { EMPTY_ARRAY, TAG, orderKey, stringPrefixKey, tagOf } from './order-key'
import { isPlainObject } from './wire'

/** One end of an interval; an inclusive end takes in every key that begins with `key`. */
export interface Edge {
  key: Buffer
  inclusive: boolean
}

/** An interval of one path's values. */
export interface Interval {
  low: Edge
  high: Edge
}

/**
 * The intervals in which an index must look for the conditions of one path; null when no condition narrows
 * the search. With `isMultikey`, two conditions may be met by two elements, so only one of them may be used.
 */
export function boundsOf(conditions: Condition[], isMultikey: boolean): Interval[] | null {
  const usable = conditions.map(intervalsOf).filter((intervals) => intervals !== null)
  const [first, ...others] = usable.sort((a, b) => breadth(a) - breadth(b))
  if (!first) return null
  return isMultikey ? first : others.reduce(intersect, first)
}

/** True when an interval is a single value. */
export function isPoint(interval: Interval): boolean {
  return interval.low.inclusive && interval.high.inclusive && interval.low.key.equals(interval.high.key)
}

function breadth(intervals: Interval[]): number {
  return intervals.every(isPoint) ? 0 : 1
}

function intervalsOf({ path, operator, operand }: Condition): Interval[] | null {
  switch (operator) {
    case '$eq':
      return operand instanceof RegExp ? patternIntervals(operand) : pointsOf(operand)
    case '$in':
      return Array.isArray(operand) ? inIntervals(operand) : null
    case '$gt':
      return ranged({ key: orderKey(operand), inclusive: false }, bracket(operand))
    case '$gte':
      return ranged({ key: orderKey(operand), inclusive: true }, bracket(operand))
    case '$lt':
      return ranged(bracket(operand), { key: orderKey(operand), inclusive: false })
    case '$lte':
      return ranged(bracket(operand), { key: orderKey(operand), inclusive: true })
    case '$exists':
      return operand === false ? pointsOf(null) : null
    case '$regex':
      return operand instanceof RegExp ? patternIntervals(operand) : null
    case '$all':
      return Array.isArray(operand) && operand.length > 0 ? elementIntervals(path, operand[0]) : null
    case '$elemMatch':
      return elementIntervals(path, { $elemMatch: operand })
    default:
      return null
  }
}

/** What `$all: [x]` and `$elemMatch: {$gt: …}` ask of one element. */
function elementIntervals(path: string, operand: unknown): Interval[] | null {
  if (isPlainObject(operand) && '$elemMatch' in operand) {
    const inner = operand.$elemMatch
    if (!isPlainObject(inner)) return null
    const isOfElement = Object.keys(inner).every(
      (key) => key.startsWith('$') && key !== '$and' && key !== '$or',
    )
    return isOfElement ? boundsOf(fieldConditions(path, inner), false) : null
  }
  return intervalsOf({ path, operator: '$eq', operand })
}

/** An array is met through its first element, or as an element of an array of arrays. */
function pointsOf(value: unknown): Interval[] {
  if (!Array.isArray(value)) return [point(value)]
  return sorted([point(value.length === 0 ? EMPTY_ARRAY : value[0]), point(value)])
}

function point(value: unknown): Interval {
  const edge = { key: orderKey(value), inclusive: true }
  return { low: edge, high: edge }
}

function inIntervals(values: unknown[]): Interval[] | null {
  const each = values.map((value) => (value instanceof RegExp ? patternIntervals(value) : pointsOf(value)))
  if (each.some((intervals) => intervals === null)) return null
  return sorted(each.flatMap((intervals) => intervals ?? []))
}

/** All values of a value's own type: MongoDB compares within a type only. */
function bracket(value: unknown): Edge {
  return { key: Buffer.from([tagOf(value)]), inclusive: true }
}

function ranged(low: Edge, high: Edge): Interval[] {
  return [{ low, high }]
}

/** `^abc` looks at strings that begin with abc; other patterns, and case-blind ones, can't be narrowed. */
function patternIntervals(pattern: RegExp): Interval[] | null {
  const prefix = literalPrefix(pattern)
  if (prefix === '') return null
  const edge = { key: stringPrefixKey(prefix), inclusive: true }
  const itself = { key: Buffer.from([TAG.regExp]), inclusive: true }
  return [
    { low: edge, high: edge },
    { low: itself, high: itself },
  ]
}

/** The text every match begins with; empty when it can't be told. */
export function literalPrefix(pattern: RegExp): string {
  if (!pattern.source.startsWith('^') || /[im]/.test(pattern.flags) || pattern.source.includes('|')) return ''
  const literal = /^\^((?:[^\\.*+?()[\]{}^$|]|\\[^a-zA-Z0-9])*)([*?{]?)/.exec(pattern.source)
  const text = (literal?.[1] ?? '').replace(/\\(.)/g, '$1')
  return literal?.[2] ? [...text].slice(0, -1).join('') : text
}

function sorted(intervals: Interval[]): Interval[] {
  const distinct = new Map(intervals.map((interval) => [interval.low.key.toString('latin1'), interval]))
  return [...distinct.values()].sort((a, b) => Buffer.compare(a.low.key, b.low.key))
}

function intersect(left: Interval[], right: Interval[]): Interval[] {
  const both = left.flatMap((a) =>
    right.map((b) => ({ low: tighter(a.low, b.low, 1), high: tighter(a.high, b.high, -1) })),
  )
  return both.filter(({ low, high }) => !isEmpty(low, high))
}

/** The later of two low edges (side 1), or the earlier of two high edges (side -1). */
function tighter(a: Edge, b: Edge, side: 1 | -1): Edge {
  if (a.key.equals(b.key)) return a.inclusive ? b : a
  const longer = startsWith(a.key, b.key) ? a : startsWith(b.key, a.key) ? b : null
  if (longer) {
    const shorter = longer === a ? b : a
    return shorter.inclusive ? longer : shorter
  }
  return Buffer.compare(a.key, b.key) * side > 0 ? a : b
}

function startsWith(key: Buffer, prefix: Buffer): boolean {
  return key.length >= prefix.length && key.subarray(0, prefix.length).equals(prefix)
}

function isEmpty(low: Edge, high: Edge): boolean {
  if (startsWith(low.key, high.key) || startsWith(high.key, low.key)) {
    return low.key.equals(high.key) && !(low.inclusive && high.inclusive)
  }
  return Buffer.compare(low.key, high.key) > 0
}
