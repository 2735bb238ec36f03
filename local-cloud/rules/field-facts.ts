import type { Condition } from '../database/conditions'
import { compareValues, equalValues, tagOf } from '../database/order-key'
import { isPlainObject } from '../database/wire'

/** What can't be told from the query alone. */
export const UNKNOWN = Symbol('unknown')

export type Order = '>' | '>=' | '<' | '<='

interface Bound {
  value: unknown
  isInclusive: boolean
}

/** What a query's conditions say of one field, for every document that fulfils them. */
export class FieldFacts {
  /** The only values the field may have; null when that isn't settled. */
  values: unknown[] | null = null
  readonly lows: Bound[] = []
  readonly highs: Bound[] = []
  readonly excluded: unknown[] = []
  /** Values that the field, an array, must hold. */
  readonly elements: unknown[] = []

  constructor(
    private readonly conditions: readonly Condition[],
    readonly path: string,
  ) {
    for (const condition of conditions) {
      if (condition.path === path) this.learn(condition)
      else if (path.startsWith(`${condition.path}.`)) this.learnFromParent(condition)
    }
  }

  /** The facts of a field inside this one. */
  inside(key: string): FieldFacts {
    return new FieldFacts(this.conditions, this.path === '' ? key : `${this.path}.${key}`)
  }

  /** The one value the field must have, or UNKNOWN. */
  get only(): unknown {
    return this.values?.length === 1 ? this.values[0] : UNKNOWN
  }

  private learn({ operator, operand }: Condition): void {
    const list = Array.isArray(operand) ? (operand as unknown[]) : []
    if (operator === '$eq') this.learnValues([operand])
    else if (operator === '$in') this.learnValues(list)
    else if (operator === '$ne') this.excluded.push(operand)
    else if (operator === '$nin') this.excluded.push(...list)
    else if (operator === '$all') this.elements.push(...list)
    else if (operator === '$gt' || operator === '$gte')
      this.lows.push({ value: operand, isInclusive: operator === '$gte' })
    else if (operator === '$lt' || operator === '$lte')
      this.highs.push({ value: operand, isInclusive: operator === '$lte' })
    else if (operator === '$elemMatch' && isPlainObject(operand) && '$eq' in operand)
      this.elements.push(operand.$eq)
  }

  private learnValues(values: unknown[]): void {
    if (values.some((value) => value instanceof RegExp)) return
    const [first] = values
    if (values.length === 1) this.elements.push(...(Array.isArray(first) ? (first as unknown[]) : [first]))
    const known = this.values
    this.values = known ? known.filter((one) => values.some((value) => equalValues(one, value))) : values
  }

  /** `{a: {b: 1}}` says what `a.b` is. */
  private learnFromParent({ path, operator, operand }: Condition): void {
    if (operator !== '$eq' || !isPlainObject(operand)) return
    const inside = this.path.slice(path.length + 1).split('.')
    const value = inside.reduce<unknown>((at, key) => (isPlainObject(at) ? at[key] : undefined), operand)
    this.learnValues([value])
  }

  /** Whether the field equals a value. */
  equals(value: unknown): boolean | typeof UNKNOWN {
    const among = this.each((one) => sameValue(one, value))
    if (among !== UNKNOWN) return among
    if (this.excluded.some((one) => sameValue(one, value))) return false
    if (this.orders('>', value) === true || this.orders('<', value) === true) return false
    return value === null && (this.lows.length > 0 || this.highs.length > 0) ? false : UNKNOWN
  }

  /** Whether the field is greater or less than a value. */
  orders(operator: Order, value: unknown): boolean | typeof UNKNOWN {
    const among = this.each((one) => inOrder(operator, one, value))
    if (among !== UNKNOWN) return among
    const isUpward = operator === '>' || operator === '>='
    const isStrict = operator === '>' || operator === '<'
    if (isImplied(isUpward ? this.lows : this.highs, value, isUpward, isStrict)) return true
    return isImplied(isUpward ? this.highs : this.lows, value, !isUpward, !isStrict) ? false : UNKNOWN
  }

  /** Whether the field is one of a list. */
  isAmong(list: unknown[]): boolean | typeof UNKNOWN {
    const among = this.each((one) => list.some((value) => sameValue(one, value)))
    if (among !== UNKNOWN) return among
    return list.every((value) => this.equals(value) === false) ? false : UNKNOWN
  }

  /** Whether the field, an array, holds a value. */
  holds(value: unknown): boolean | typeof UNKNOWN {
    return this.elements.some((one) => sameValue(one, value)) ? true : UNKNOWN
  }

  private each(test: (value: unknown) => boolean): boolean | typeof UNKNOWN {
    if (!this.values || this.values.length === 0) return UNKNOWN
    const outcomes = this.values.map(test)
    if (outcomes.every((outcome) => outcome)) return true
    return outcomes.includes(true) ? UNKNOWN : false
  }
}

/** Whether one of the bounds lies on the far side of a value. */
function isImplied(bounds: Bound[], value: unknown, isUpward: boolean, isStrict: boolean): boolean {
  return bounds.some((bound) => {
    const order = difference(bound.value, value)
    if (order === UNKNOWN) return false
    if (order === 0) return !isStrict || !bound.isInclusive
    return order > 0 === isUpward
  })
}

/** Equality of a rule: strict, but for null, undefined and a missing field, which are one. */
export function sameValue(a: unknown, b: unknown): boolean {
  return equalValues(a, b)
}

/** Whether two values stand in an order; false for values of different types. */
export function inOrder(operator: Order, a: unknown, b: unknown): boolean {
  const order = difference(a, b)
  if (order === UNKNOWN) return false
  if (operator === '>') return order > 0
  if (operator === '>=') return order >= 0
  return operator === '<' ? order < 0 : order <= 0
}

/** Like compareValues, but a date also compares with `now`, a number of ms. */
function difference(a: unknown, b: unknown): number | typeof UNKNOWN {
  const [left, right] = tagOf(a) === tagOf(b) ? [a, b] : [timeOf(a), timeOf(b)]
  return tagOf(left) === tagOf(right) ? compareValues(left, right) : UNKNOWN
}

function timeOf(value: unknown): unknown {
  return value instanceof Date ? value.getTime() : value
}
