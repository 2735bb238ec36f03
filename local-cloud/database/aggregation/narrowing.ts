import type { Document, Query } from '../definitions'
import { isPlainObject } from '../wire'
import type { Variables } from './operator'

/**
 * The part of a joined `$match` that an index may serve: its plain fields, and `$eq` and `$in` with a variable in
 * `$expr`. It lets pass all that the `$match` does, and more.
 */
export function narrowing(match: Query, variables: Variables): Query {
  const { $expr, ...plain } = match
  const conditions = [...exprConditions($expr, variables)]
  return conditions.length > 0 ? { $and: [plain, ...conditions] } : plain
}

function* exprConditions(expression: unknown, variables: Variables): Generator<Query> {
  if (!isPlainObject(expression)) return
  if (Array.isArray(expression.$and)) {
    for (const part of expression.$and) yield* exprConditions(part, variables)
  }
  const [a, b] = pairOf(expression.$eq)
  const equality = fieldEquals(a, b, variables) ?? fieldEquals(b, a, variables)
  if (equality) yield equality
  const [field, list] = pairOf(expression.$in)
  const values = fieldPath(field) && typeof list === 'string' ? valueOf(list, variables) : undefined
  if (Array.isArray(values?.value)) yield { [String(fieldPath(field))]: { $in: values.value as unknown[] } }
}

function pairOf(operand: unknown): unknown[] {
  return Array.isArray(operand) && operand.length === 2 ? (operand as unknown[]) : []
}

function fieldPath(expression: unknown): string | null {
  return typeof expression === 'string' && /^\$[^$]/.test(expression) ? expression.slice(1) : null
}

/** An array of values is left to the expression: a path through arrays gathers one. */
function fieldEquals(field: unknown, other: unknown, variables: Variables): Query | null {
  const path = fieldPath(field)
  const found = path === null ? undefined : valueOf(other, variables)
  if (path === null || !found || Array.isArray(found.value)) return null
  return { [path]: { $eq: found.value ?? null } }
}

/** A constant, or a variable of the join. */
function valueOf(expression: unknown, variables: Variables): { value: unknown } | undefined {
  if (Array.isArray(expression) || isPlainObject(expression)) return undefined
  if (typeof expression !== 'string' || !expression.startsWith('$')) return { value: expression }
  const name = expression.slice(2)
  if (!expression.startsWith('$$') || !Object.hasOwn(variables as Document, name)) return undefined
  return { value: variables[name] }
}
