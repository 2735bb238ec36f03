import { BSONRegExp, EJSON } from 'bson'
import type { Document } from './definitions'
import { CloudError, invalidParameter } from '../errors'
import { compilePattern, readyPatterns } from './patterns'
import { readStored } from './stored-text'

/** True for objects made of braces: not Dates, ids, binaries, or regular expressions. */
export function isPlainObject(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null || isForeignObject(prototype)
}

/** Under jest, JSON.parse may hand out objects of another realm: their prototype is an Object.prototype too. */
function isForeignObject(prototype: unknown): boolean {
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'isPrototypeOf')
}

/** What plain JSON doesn't have: typed values, operators, and the NUL that names may not contain. */
const SPECIAL = /\$|\\u0000/

function revive(value: unknown, now: number): unknown {
  if (value instanceof BSONRegExp) return compilePattern(value.pattern, value.options)
  if (Array.isArray(value)) return value.map((item) => revive(item, now))
  if (!isPlainObject(value)) return value
  if ('$tcb_server_date' in value) return serverDate(value.$tcb_server_date, now)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revive(item, now)]))
}

function serverDate(spec: unknown, now: number): Date {
  const offset = isPlainObject(spec) && typeof spec.offset === 'number' ? spec.offset : 0
  return new Date(now + offset)
}

/**
 * Reads a value off the wire: canonical EJSON text (or an already parsed value).
 * Server dates become `now` plus their offset in ms.
 */
export function decode(wire: unknown, now: number): unknown {
  if (wire === undefined || wire === null || wire === '') return {}
  try {
    if (typeof wire === 'string' && !SPECIAL.test(wire)) return readStored(wire)
    return revive(typeof wire === 'string' ? parseText(wire) : wire, now)
  } catch (error) {
    if (error instanceof CloudError) throw error
    throw invalidParameter(`not EJSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function parseText(text: string): unknown {
  if (!/\$reg(ularExpression|ex)"/.test(text)) return EJSON.parse(text)
  return EJSON.parse(JSON.stringify(readyPatterns(JSON.parse(text))))
}

/** Like `decode`, for what must be an object: a query, a document, an update. */
export function decodeObject(wire: unknown, now: number): Document {
  const value = decode(wire, now)
  if (!isPlainObject(value)) throw invalidParameter('an object is expected')
  return value
}

/** Writes a document as canonical EJSON text: the form of the wire and of the data file. */
export function encode(value: unknown): string {
  return EJSON.stringify(value as Document, undefined, undefined, { relaxed: false })
}

/** Reads a document back from the data file. */
export function decodeStored(text: string): Document {
  const value = readStored(text) as Document
  return text.includes('"$regularExpression"') ? (revive(value, 0) as Document) : value
}

/** A deep copy that keeps types. */
export function clone<T>(value: T): T {
  return copy(value) as T
}

function copy(value: unknown): unknown {
  if (value instanceof Date) return new Date(value)
  if (Array.isArray(value)) return value.map(copy)
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]))
}
