import { isWireValue } from './ejson'
import type { Geometry } from './geo'

export type Condition = Record<string, unknown>

/** What `db.command.gt(3)` gives: a condition that waits for its field. Conditions chain: `_.gt(3).lt(9)`. */
export class QueryCommand {
  constructor(
    /** The condition in MongoDB's form, for a field; for a whole document when the field is missing. */
    readonly on: (field?: string) => Condition,
  ) {}

  and(...others: unknown[]): QueryCommand {
    return logic('$and', [this, ...listed(others)])
  }
  or(...others: unknown[]): QueryCommand {
    return logic('$or', [this, ...listed(others)])
  }
  eq(value: unknown): QueryCommand {
    return this.and(compare('$eq', value))
  }
  neq(value: unknown): QueryCommand {
    return this.and(compare('$ne', value))
  }
  gt(value: unknown): QueryCommand {
    return this.and(compare('$gt', value))
  }
  gte(value: unknown): QueryCommand {
    return this.and(compare('$gte', value))
  }
  lt(value: unknown): QueryCommand {
    return this.and(compare('$lt', value))
  }
  lte(value: unknown): QueryCommand {
    return this.and(compare('$lte', value))
  }
  in(values: unknown[]): QueryCommand {
    return this.and(compare('$in', values))
  }
  nin(values: unknown[]): QueryCommand {
    return this.and(compare('$nin', values))
  }
}

/** Several conditions may be given as a list, or one after the other. */
function listed(operands: unknown[]): unknown[] {
  return Array.isArray(operands[0]) ? (operands[0] as unknown[]) : operands
}

function compare(operator: string, operand: unknown): QueryCommand {
  return new QueryCommand((field) => {
    if (field === undefined) throw new Error('Cannot encode a comparison command with unset field name')
    return { [field]: { [operator]: operand } }
  })
}

function logic(operator: '$and' | '$or' | '$nor', operands: unknown[]): QueryCommand {
  return new QueryCommand((field) => ({ [operator]: operands.map((operand) => condition(operand, field)) }))
}

function condition(operand: unknown, field?: string): unknown {
  if (operand instanceof QueryCommand) return operand.on(field)
  return isNested(operand) ? encodeQuery(operand) : field === undefined ? operand : { [field]: operand }
}

function not(operand: unknown): QueryCommand {
  return new QueryCommand((field = '') => {
    const inner = operand instanceof QueryCommand ? operand.on(field)[field] : operand
    return { [field]: { $not: inner } }
  })
}

/** The query commands of `db.command` (source: the serializer of @cloudbase/database). */
export const queryCommands = {
  eq: (value: unknown) => compare('$eq', value),
  neq: (value: unknown) => compare('$ne', value),
  gt: (value: unknown) => compare('$gt', value),
  gte: (value: unknown) => compare('$gte', value),
  lt: (value: unknown) => compare('$lt', value),
  lte: (value: unknown) => compare('$lte', value),
  in: (values: unknown[]) => compare('$in', values),
  nin: (values: unknown[]) => compare('$nin', values),
  all: (values: unknown[]) => compare('$all', values),
  elemMatch: (value: unknown) =>
    compare('$elemMatch', isNested(value) ? encodeQuery(value) : elements(value)),
  exists: (value: boolean) => compare('$exists', value),
  size: (value: number) => compare('$size', value),
  mod: (divisor: number | number[], remainder?: number) =>
    compare('$mod', Array.isArray(divisor) ? divisor : [divisor, remainder]),
  and: (...operands: unknown[]) => logic('$and', listed(operands)),
  or: (...operands: unknown[]) => logic('$or', listed(operands)),
  nor: (...operands: unknown[]) => logic('$nor', listed(operands)),
  not,
  expr: (expression: unknown) => ({ $expr: expression }),
  geoNear: (spec: { geometry: Geometry; maxDistance?: number; minDistance?: number }) =>
    compare('$nearSphere', {
      $geometry: spec.geometry,
      $maxDistance: spec.maxDistance,
      $minDistance: spec.minDistance,
    }),
  geoWithin: (spec: { geometry?: Geometry; centerSphere?: [Geometry | number[], number] }) =>
    compare('$geoWithin', spec.centerSphere ? circle(spec.centerSphere) : { $geometry: spec.geometry }),
  geoIntersects: (spec: { geometry: Geometry }) => compare('$geoIntersects', { $geometry: spec.geometry }),
}

function circle([centre, radius]: [Geometry | number[], number]): Condition {
  return { $centerSphere: [Array.isArray(centre) ? centre : centre.coordinates, radius] }
}

/** `_.elemMatch(_.gt(3))`: a condition on the elements themselves. */
function elements(value: unknown): unknown {
  return value instanceof QueryCommand ? value.on('')[''] : value
}

/** An object that is neither a command nor a value of its own: its fields are parts of a query. */
export function isNested(value: unknown): value is Condition {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return !(
    value instanceof Date ||
    value instanceof RegExp ||
    value instanceof QueryCommand ||
    isWireValue(value)
  )
}

/** A query in MongoDB's form: nested objects become dotted paths, commands the conditions of their fields. */
export function encodeQuery(query: unknown): Condition {
  if (query instanceof QueryCommand) return query.on()
  const out: Condition = {}
  for (const [path, value] of flat(isNested(query) ? query : {}, '', () => false)) {
    if (value instanceof QueryCommand) merge(out, value.on(path))
    else out[path] = value
  }
  return out
}

/** Fields by dotted path; objects with `$` keys, and what `isWhole` names, as they are. As in the SDK, `{a: {}}` says nothing. */
export function flat(
  value: Condition,
  prefix: string,
  isWhole: (value: unknown) => boolean,
): [path: string, value: unknown][] {
  return Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
    if (item === undefined) return []
    const path = `${prefix}${key}`
    const isParted = isNested(item) && !isWhole(item) && !key.startsWith('$') && !hasOperators(item)
    return isParted ? flat(item, `${path}.`, isWhole) : [[path, item]]
  })
}

function hasOperators(value: Condition): boolean {
  return Object.keys(value).some((key) => key.startsWith('$'))
}

/** As the SDK does: lists of one logical operator are joined. */
function merge(out: Condition, found: Condition): void {
  for (const [key, value] of Object.entries(found)) {
    const known = out[key]
    if (Array.isArray(known) && Array.isArray(value))
      out[key] = [...(known as unknown[]), ...(value as unknown[])]
    else out[key] = value
  }
}
