import type { Document } from '../definitions'
import { isPlainObject } from '../wire'
import { failed } from './operator'

/** Splits a dotted path. Throws for those that MongoDB doesn't take. */
export function partsOf(path: string): string[] {
  if (path === '') throw failed('FieldPath cannot be constructed with empty string')
  if (path.endsWith('.')) throw failed("FieldPath must not end with a '.'.")
  const parts = path.split('.')
  for (const part of parts) {
    if (part === '') throw failed('FieldPath field names may not be empty strings.')
    if (part.startsWith('$')) throw failed("FieldPath field names may not start with '$'.")
    if (part.includes('\0')) throw failed("FieldPath field names may not contain '\0'.")
  }
  return parts
}

/**
 * What a path leads to in an expression: arrays on the way give an array of what their objects hold.
 * Unlike in a query, a number in the path is a field's name.
 */
export function readPath(value: unknown, parts: readonly string[]): unknown {
  const [part, ...rest] = parts
  if (part === undefined) return value
  if (Array.isArray(value)) {
    return value
      .filter((item) => isPlainObject(item) || Array.isArray(item))
      .map((item) => readPath(item, parts))
      .filter((item) => item !== undefined)
  }
  if (!isPlainObject(value) || !Object.hasOwn(value, part)) return undefined
  return readPath(value[part], rest)
}

/** What a path leads to through objects only. */
export function readNested(value: unknown, parts: readonly string[]): unknown {
  const [part, ...rest] = parts
  if (part === undefined) return value
  if (!isPlainObject(value) || !Object.hasOwn(value, part)) return undefined
  return readNested(value[part], rest)
}

/** A copy with the path set (`undefined` takes the field away); what isn't an object on the way is replaced. */
export function withNested(doc: Document, parts: readonly string[], value: unknown): Document {
  const [part, ...rest] = parts
  if (part === undefined) return doc
  if (rest.length > 0) {
    const inner = doc[part]
    return { ...doc, [part]: withNested(isPlainObject(inner) ? inner : {}, rest, value) }
  }
  if (value !== undefined) return { ...doc, [part]: value }
  const { [part]: _gone, ...others } = doc
  return others
}
