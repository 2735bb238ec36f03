import type { Document } from '../database/definitions'
import { isPlainObject } from '../database/wire'
import type { Expression, Variable } from './expression'
import { FieldFacts, inOrder, sameValue, UNKNOWN, type Order } from './field-facts'

/** What a rule is judged by. A variable is a plain value, or FieldFacts where only a query is known. */
export interface RuleInput {
  variables: Partial<Record<Variable, unknown>>
  /** Reads a document for `get`; null when there is none. */
  read: (path: string) => Document | null
}

/** True when a rule is certain to be true for every document in question. */
export function isCertain(expression: Expression, input: RuleInput): boolean {
  return settled(evaluate(expression, input)) === true
}

/** A rule's value: plain, FieldFacts of a field of which only the query is known, or UNKNOWN. */
function evaluate(expression: Expression, input: RuleInput): unknown {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'list':
      return known(expression.items.map((item) => settled(evaluate(item, input))))
    case 'variable':
      return input.variables[expression.name] ?? null
    case 'member':
      return member(evaluate(expression.object, input), settled(evaluate(expression.key, input)))
    case 'template':
      return join(expression.parts.map((part) => settled(evaluate(part, input))))
    case 'get':
      return read(settled(evaluate(expression.path, input)), input)
    case 'not':
      return negate(evaluate(expression.operand, input))
    case 'binary':
      return binary(expression, input)
  }
}

/** A field's one value when the query settles it, else UNKNOWN; plain values as they are. */
function settled(value: unknown): unknown {
  return value instanceof FieldFacts ? value.only : value
}

function known(items: unknown[]): unknown {
  return items.includes(UNKNOWN) ? UNKNOWN : items
}

function member(object: unknown, key: unknown): unknown {
  if (object === UNKNOWN || key === UNKNOWN) return UNKNOWN
  if (object instanceof FieldFacts) return object.inside(String(key))
  if (Array.isArray(object)) return (object as unknown[])[Number(key)] ?? null
  return isPlainObject(object) && Object.hasOwn(object, String(key)) ? object[String(key)] : null
}

function join(parts: unknown[]): unknown {
  if (parts.includes(UNKNOWN)) return UNKNOWN
  return parts.every((part) => typeof part === 'string' || typeof part === 'number') ? parts.join('') : null
}

function read(path: unknown, input: RuleInput): unknown {
  if (path === UNKNOWN) return UNKNOWN
  return typeof path === 'string' ? input.read(path) : null
}

function negate(value: unknown): unknown {
  const plain = settled(value)
  return plain === UNKNOWN ? UNKNOWN : !plain
}

function binary(expression: Extract<Expression, { kind: 'binary' }>, input: RuleInput): unknown {
  const { operator } = expression
  const left = evaluate(expression.left, input)
  if (operator === '&&' || operator === '||') {
    return logic(operator, settled(left), () => settled(evaluate(expression.right, input)))
  }
  const right = evaluate(expression.right, input)
  if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN
  if (operator === 'in') return isIn(left, right)
  if (operator === '==' || operator === '!=') {
    const equal = equals(left, right)
    return equal === UNKNOWN ? UNKNOWN : equal === (operator === '==')
  }
  return orders(operator, left, right)
}

/** As in JavaScript; what is not known may still be outweighed by the other side. */
function logic(operator: '&&' | '||', left: unknown, right: () => unknown): unknown {
  if (left !== UNKNOWN) return Boolean(left) === (operator === '||') ? left : right()
  const other = right()
  return other !== UNKNOWN && Boolean(other) === (operator === '||') ? other : UNKNOWN
}

function equals(left: unknown, right: unknown): boolean | typeof UNKNOWN {
  const [a, b] = left instanceof FieldFacts ? [left, settled(right)] : [right, settled(left)]
  if (b === UNKNOWN) return UNKNOWN
  return a instanceof FieldFacts ? a.equals(b) : sameValue(a, b)
}

const MIRRORED: Record<Order, Order> = { '>': '<', '>=': '<=', '<': '>', '<=': '>=' }

function orders(operator: Order, left: unknown, right: unknown): boolean | typeof UNKNOWN {
  if (right instanceof FieldFacts && !(left instanceof FieldFacts))
    return right.orders(MIRRORED[operator], left)
  const b = settled(right)
  if (b === UNKNOWN) return UNKNOWN
  return left instanceof FieldFacts ? left.orders(operator, b) : inOrder(operator, left, b)
}

/** `doc.kind in ['a', 'b']`, and `auth.openid in doc.members`. */
function isIn(left: unknown, right: unknown): boolean | typeof UNKNOWN {
  if (right instanceof FieldFacts) {
    const value = settled(left)
    return value === UNKNOWN ? UNKNOWN : right.holds(value)
  }
  if (!Array.isArray(right)) return false
  const list = right as unknown[]
  return left instanceof FieldFacts ? left.isAmong(list) : list.some((item) => sameValue(item, left))
}
