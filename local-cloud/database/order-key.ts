import { Binary, Decimal128, Double, Int32, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson'
import { encode, isPlainObject } from './wire'

/**
 * Bytes whose order (memcmp) is MongoDB's order of values, across types:
 * MinKey < empty array < null = missing < numbers < strings < objects < arrays < binary < ObjectId
 * < booleans < dates < timestamps < regular expressions < MaxKey.
 * Source: the MongoDB manual, "Comparison/Sort Order".
 */
export function orderKey(value: unknown): Buffer {
  return Buffer.concat(parts(value))
}

/** Tags of types; a range within one type is `[tag]` up to `[tag + 1]`. */
export const TAG = {
  minKey: 0x05,
  emptyArray: 0x08,
  null: 0x10,
  number: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x50,
  binary: 0x60,
  objectId: 0x68,
  boolean: 0x70,
  date: 0x78,
  timestamp: 0x80,
  regExp: 0x88,
  maxKey: 0xf0,
} as const

const END = Buffer.from([0x00])

/** What the index holds for a field that is an array without elements. */
export const EMPTY_ARRAY = Symbol('empty array')

/** The tag of a value's type. */
export function tagOf(value: unknown): number {
  if (value === EMPTY_ARRAY) return TAG.emptyArray
  if (value === null || value === undefined) return TAG.null
  if (asNumber(value) !== undefined) return TAG.number
  if (typeof value === 'string') return TAG.string
  if (typeof value === 'boolean') return TAG.boolean
  if (Array.isArray(value)) return TAG.array
  if (value instanceof Date) return TAG.date
  if (value instanceof RegExp) return TAG.regExp
  if (value instanceof ObjectId) return TAG.objectId
  if (value instanceof Binary || value instanceof Uint8Array) return TAG.binary
  if (value instanceof Timestamp) return TAG.timestamp
  if (value instanceof MinKey) return TAG.minKey
  if (value instanceof MaxKey) return TAG.maxKey
  return TAG.object
}

function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Timestamp) return undefined
  if (value instanceof Long) return value.toNumber()
  if (value instanceof Int32 || value instanceof Double) return Number(value.valueOf())
  if (value instanceof Decimal128) return Number(value.toString())
  return undefined
}

function parts(value: unknown): Buffer[] {
  const tag = tagOf(value)
  const head = Buffer.from([tag])
  if (tag === TAG.number) return [head, numberBytes(asNumber(value) ?? 0)]
  if (tag === TAG.date) return [head, numberBytes((value as Date).getTime())]
  if (typeof value === 'string') return [head, textBytes(value)]
  if (typeof value === 'boolean') return [head, Buffer.from([value ? 1 : 0])]
  if (Array.isArray(value)) return [head, ...value.flatMap(parts), END]
  if (value instanceof ObjectId) return [head, value.id]
  if (value instanceof RegExp) return [head, textBytes(value.source), textBytes(value.flags)]
  if (value instanceof Binary) return [head, binaryBytes(value.buffer)]
  if (value instanceof Uint8Array) return [head, binaryBytes(value)]
  if (value instanceof Timestamp) return [head, textBytes(value.toString().padStart(20, '0'))]
  if (tag === TAG.object) return [head, ...objectParts(value), END]
  return [head]
}

/** Field by field, as MongoDB compares: type of the value, then the name, then the value. */
function objectParts(value: unknown): Buffer[] {
  if (!isPlainObject(value)) return [textBytes(encode(value))]
  return Object.entries(value).flatMap(([key, item]) => [
    Buffer.from([tagOf(item)]),
    textBytes(key),
    ...parts(item),
  ])
}

/** IEEE 754 with the sign turned so that bytes sort as numbers do; NaN sorts below all, as in MongoDB. */
function numberBytes(number: number): Buffer {
  const bytes = Buffer.alloc(8)
  if (Number.isNaN(number)) return bytes
  bytes.writeDoubleBE(number === 0 ? 0 : number)
  if ((bytes[0] ?? 0) & 0x80) return invert(bytes)
  bytes[0] = (bytes[0] ?? 0) | 0x80
  return bytes
}

/** UTF-8, with 0x00 written as 0x00 0xff, ended by 0x00 0x01: a prefix sorts before what it begins. */
function textBytes(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8')
  if (!bytes.includes(0)) return Buffer.concat([bytes, Buffer.from([0x00, 0x01])])
  const escaped = [...bytes].flatMap((byte) => (byte === 0 ? [0x00, 0xff] : [byte]))
  return Buffer.from([...escaped, 0x00, 0x01])
}

function binaryBytes(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** The bytes of all strings that begin with `prefix` start with these. */
export function stringPrefixKey(prefix: string): Buffer {
  const whole = orderKey(prefix)
  return whole.subarray(0, whole.length - 2)
}

/** Turns ascending bytes into descending ones. */
export function invert(bytes: Buffer): Buffer {
  const out = Buffer.alloc(bytes.length)
  for (let i = 0; i < bytes.length; i++) out[i] = ~(bytes[i] ?? 0) & 0xff
  return out
}

/** The first bytes after everything that begins with `prefix`; null when there are none. */
export function afterPrefix(prefix: Buffer): Buffer | null {
  for (let i = prefix.length - 1; i >= 0; i--) {
    const byte = prefix[i] ?? 0xff
    if (byte === 0xff) continue
    const out = Buffer.from(prefix.subarray(0, i + 1))
    out[i] = byte + 1
    return out
  }
  return null
}

/** MongoDB's order of two values: negative, zero, or positive. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number' && a === a && b === b) return a - b
  return Buffer.compare(orderKey(a), orderKey(b))
}

/** MongoDB's equality: the type bracket and the value, objects with their keys in the same order. */
export function equalValues(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b
  if (typeof a === 'number' && typeof b === 'number') return a === b || (a !== a && b !== b)
  return tagOf(a) === tagOf(b) && Buffer.compare(orderKey(a), orderKey(b)) === 0
}
