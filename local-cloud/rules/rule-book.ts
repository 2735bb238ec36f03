import { conditionsOf } from '../database/conditions'
import type { CollectionDefinition, CollectionRule, Query } from '../database/definitions'
import { equalValues } from '../database/order-key'
import { isPlainObject } from '../database/wire'
import { CloudError, StartError } from '../errors'
import { parseExpression, type Expression } from './expression'

/** What can't be told from the query alone. */
const UNKNOWN = Symbol('unknown')

type Rule =
  { simple: 'ADMINONLY' | 'ADMINWRITE' | 'READONLY' | 'PRIVATE' } | { read: Expression; write: Expression }

/**
 * Who may read what from a client. Functions are not asked. As on the platform, a query must itself contain
 * what its rule demands: nothing is filtered out of its results.
 */
export class RuleBook {
  private readonly rules = new Map<string, Rule>()

  /** Throws StartError BadDefinition, naming the collection, for a rule that is not understood. */
  constructor(definitions: readonly CollectionDefinition[]) {
    for (const { name, rule } of definitions) this.rules.set(name, parseRule(name, rule))
  }

  /**
   * The query a client may run: `{openid}` filled in, and for PRIVATE narrowed to their own documents.
   * Throws DATABASE_PERMISSION_DENIED (-502003).
   */
  readable(collection: string, query: Query, openid: string): Query {
    const rule = this.rules.get(collection) ?? { simple: 'ADMINONLY' }
    const own = fillOpenid(query, openid) as Query
    if ('read' in rule) {
      if (openid !== '' && evaluate(rule.read, own, openid) === true) return own
      throw denied(collection)
    }
    if (rule.simple === 'ADMINONLY' || openid === '') throw denied(collection)
    return rule.simple === 'PRIVATE' ? { $and: [own, { _openid: openid }] } : own
  }
}

function parseRule(name: string, rule: CollectionRule): Rule {
  if (typeof rule === 'string') {
    if (['ADMINONLY', 'ADMINWRITE', 'READONLY', 'PRIVATE'].includes(rule)) return { simple: rule }
    throw new StartError('BadDefinition', `${name}: the rule '${String(rule)}' is not known`)
  }
  try {
    return { read: parsePart(rule.read), write: parsePart(rule.write) }
  } catch (error) {
    throw new StartError(
      'BadDefinition',
      `${name}: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

function parsePart(part: unknown): Expression {
  if (typeof part === 'boolean') return { kind: 'literal', value: part }
  if (typeof part === 'string') return parseExpression(part)
  throw new Error('a rule needs read and write, each true, false, or an expression')
}

function denied(collection: string): CloudError {
  return new CloudError(
    'DATABASE_PERMISSION_DENIED',
    `[PermissionDenied] Permission denied: ${collection}. Please check your request, but if the problem persists, contact us.`,
  )
}

/** Replaces the text `{openid}` by who asks, as the platform does in clients' queries. */
function fillOpenid(value: unknown, openid: string): unknown {
  if (value === '{openid}') return openid
  if (Array.isArray(value)) return value.map((item) => fillOpenid(item, openid))
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillOpenid(item, openid)]))
}

/** The value of a rule for every document the query can find; UNKNOWN when it depends on the document. */
function evaluate(expression: Expression, query: Query, openid: string): unknown {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'list':
      return expression.items.map((item) => evaluate(item, query, openid))
    case 'path':
      return expression.root === 'auth' ? openid : boundValue(query, expression.path)
    case 'binary':
      return combine(expression, query, openid)
  }
}

function combine(expression: Extract<Expression, { kind: 'binary' }>, query: Query, openid: string): unknown {
  const { operator, left, right } = expression
  const a = evaluate(left, query, openid)
  const b = evaluate(right, query, openid)
  if (operator === '&&') return a === true && b === true ? true : a === false || b === false ? false : UNKNOWN
  if (operator === '||') return a === true || b === true ? true : a === false && b === false ? false : UNKNOWN
  if (operator === 'in' && left.kind === 'path' && right.kind === 'path' && right.root === 'doc') {
    return a !== UNKNOWN && containsBound(query, right.path, a) ? true : UNKNOWN
  }
  if (a === UNKNOWN || b === UNKNOWN) return UNKNOWN
  if (operator === 'in') return Array.isArray(b) && b.some((item) => equalValues(item, a))
  return equalValues(a, b) === (operator === '==')
}

/** The one value a query allows for a path. */
function boundValue(query: Query, path: string): unknown {
  const found = conditionsOf(query).all.find((condition) => condition.path === path && isFixed(condition))
  if (!found) return UNKNOWN
  return found.operator === '$in' ? (found.operand as unknown[])[0] : found.operand
}

function isFixed({ operator, operand }: { operator: string; operand: unknown }): boolean {
  if (operator === '$in') return Array.isArray(operand) && operand.length === 1
  return operator === '$eq' && !(operand instanceof RegExp)
}

/** `{members: openid}` finds only documents whose array has it. */
function containsBound(query: Query, path: string, value: unknown): boolean {
  return conditionsOf(query).all.some(
    (condition) =>
      condition.path === path && condition.operator === '$eq' && equalValues(condition.operand, value),
  )
}
