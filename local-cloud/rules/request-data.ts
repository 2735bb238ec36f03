import type { Document } from '../database/definitions'
import { isPlainObject } from '../database/wire'
import { UNKNOWN } from './field-facts'

/**
 * `request.data` of an update: what `$set` writes, dotted paths as objects. What other operators touch can't be
 * told from the request alone, and is UNKNOWN.
 */
export function dataOfUpdate(update: Document): Document {
  const data: Document = {}
  for (const [operator, fields] of Object.entries(update)) {
    if (!isPlainObject(fields)) continue
    for (const [path, value] of Object.entries(fields)) {
      put(data, path.split('.'), operator === '$set' ? value : UNKNOWN)
      if (operator === '$rename' && typeof value === 'string') put(data, value.split('.'), UNKNOWN)
    }
  }
  return data
}

function put(target: Document, parts: string[], value: unknown): void {
  const [key = '', ...rest] = parts
  if (rest.length === 0) target[key] = value
  else {
    const inner = isPlainObject(target[key]) ? { ...target[key] } : {}
    put(inner, rest, value)
    target[key] = inner
  }
}

/** True when an update touches a field, or anything in it. */
export function touches(update: Document, field: string): boolean {
  return Object.entries(update).some(([operator, fields]) => {
    if (!isPlainObject(fields)) return false
    const paths = Object.keys(fields)
    if (operator === '$rename') paths.push(...Object.values(fields).map(String))
    return paths.some((path) => path === field || path.startsWith(`${field}.`))
  })
}
