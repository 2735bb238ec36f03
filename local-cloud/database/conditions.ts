import type { Query } from './definitions'
import { isPlainObject } from './wire'

/** One thing a query asks of a path: `{age: {$gt: 3}}` is `{path: 'age', operator: '$gt', operand: 3}`. */
export interface Condition {
  path: string
  operator: string
  operand: unknown
}

/** A query taken apart: what must hold of paths, the `$or`s of which one branch must hold, and the rest. */
export interface Conditions {
  all: Condition[]
  alternatives: Query[][]
  /** Names of what no index can serve: `$nor`, `$expr`, and their like. */
  others: string[]
}

/** Flattens `$and`s and names each condition. */
export function conditionsOf(query: Query): Conditions {
  const found: Conditions = { all: [], alternatives: [], others: [] }
  collect(query, found)
  return found
}

function collect(query: Query, found: Conditions): void {
  for (const [key, value] of Object.entries(query)) {
    if (key === '$and' && Array.isArray(value)) {
      for (const part of value.filter(isPlainObject)) collect(part, found)
    } else if (key === '$or' && Array.isArray(value)) {
      found.alternatives.push(value.filter(isPlainObject))
    } else if (key.startsWith('$')) {
      found.others.push(key)
    } else found.all.push(...fieldConditions(key, value))
  }
}

/** The conditions of one field: `{$gt: 1, $lt: 5}` are two; anything that isn't operators is `$eq`. */
export function fieldConditions(path: string, value: unknown): Condition[] {
  if (!isOperators(value)) return [{ path, operator: '$eq', operand: value }]
  return Object.entries(value)
    .filter(([operator]) => operator !== '$options')
    .map(([operator, operand]) => ({
      path,
      operator,
      operand: operator === '$regex' ? asRegExp(operand, value.$options) : operand,
    }))
}

/** True for `{$gt: 1}` and its like. */
export function isOperators(value: unknown): value is Record<string, unknown> {
  if (!isPlainObject(value)) return false
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => key.startsWith('$'))
}

function asRegExp(source: unknown, options: unknown): unknown {
  if (typeof source !== 'string') return source
  return new RegExp(source, typeof options === 'string' ? options.replace(/[^imsu]/g, '') : '')
}

/** Paths and logical operators a query names, for messages. */
export function fieldsOf(query: Query): string[] {
  const { all, alternatives, others } = conditionsOf(query)
  const inside = alternatives.flat().flatMap(fieldsOf)
  return [...new Set([...all.map((condition) => condition.path), ...inside, ...others])]
}
