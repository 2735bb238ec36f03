import { Binary, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson'

/** MongoDB's names of types and their numbers (source: the MongoDB manual, "BSON Types"). */
const NUMBERS = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
} as const

/** MongoDB's name of a type. */
export type TypeName = keyof typeof NUMBERS

const NUMERIC: readonly TypeName[] = ['int', 'long', 'double', 'decimal']
const INT_RANGE = 2 ** 31
const LONG_RANGE = 2 ** 63

/** MongoDB's name for the type of a value. A missing value counts as null. */
export function typeName(value: unknown): TypeName {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number') return numberType(value)
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'bigint') return 'long'
  if (Array.isArray(value)) return 'array'
  return objectType(value)
}

/** A whole number has the smallest type that holds it, as on the wire (canonical EJSON of bson 4). */
function numberType(value: number): TypeName {
  if (!Number.isInteger(value)) return 'double'
  if (value >= -INT_RANGE && value < INT_RANGE) return 'int'
  return value >= -LONG_RANGE && value < LONG_RANGE ? 'long' : 'double'
}

function objectType(value: unknown): TypeName {
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  if (value instanceof ObjectId) return 'objectId'
  if (value instanceof Binary || value instanceof Uint8Array) return 'binData'
  if (value instanceof Timestamp) return 'timestamp'
  if (value instanceof Long) return 'long'
  if (value instanceof Int32) return 'int'
  if (value instanceof Double) return 'double'
  if (value instanceof Decimal128) return 'decimal'
  if (value instanceof MinKey) return 'minKey'
  if (value instanceof MaxKey) return 'maxKey'
  return 'object'
}

/** What `$type` asks for: a name, a number, 'number' for any numeric type, or a list of these. Throws on others. */
export function typesAsked(operand: unknown): Set<TypeName> {
  const asked = Array.isArray(operand) ? (operand as unknown[]) : [operand]
  return new Set(asked.flatMap(typesOf))
}

function typesOf(asked: unknown): readonly TypeName[] {
  if (asked === 'number') return NUMERIC
  if (typeof asked === 'string') {
    if (Object.hasOwn(NUMBERS, asked)) return [asked as TypeName]
    throw new Error(`Unknown type name alias: ${asked}`)
  }
  if (typeof asked !== 'number') throw new Error('type must be represented as a number or a string')
  const [found] = Object.entries(NUMBERS).find(([, number]) => number === asked) ?? []
  if (found === undefined) throw new Error(`Invalid numerical type code: ${asked}`)
  return [found as TypeName]
}
