import type { Document } from './definitions'
import { isPosition } from './paths'
import { isPlainObject } from './wire'
import { updateFailed } from './update-error'

/** A place in a document: the object or array that holds it, and the key in that. */
export interface Place {
  holder: Document | unknown[]
  key: string
}

/**
 * Finds a dotted path's place. With `create`, missing objects on the way are made; without, a missing
 * one gives null. A scalar on the way is an error, as in MongoDB.
 */
export function placeOf(doc: Document, path: string, create: boolean): Place | null {
  const parts = path.split('.')
  const last = parts.pop() ?? ''
  let holder: Document | unknown[] = doc
  for (const [i, part] of parts.entries()) {
    const next = step(holder, part, create)
    if (next === null) return null
    if (!isContainer(next)) throw cannotCreate(parts[i + 1] ?? last, part, next, create)
    holder = next
  }
  if (Array.isArray(holder) && !isPosition(last)) {
    if (!create) return null
    throw cannotCreate(last, parts.at(-1) ?? '', holder, true)
  }
  return { holder, key: last }
}

function step(holder: Document | unknown[], part: string, create: boolean): unknown {
  if (Array.isArray(holder) && !isPosition(part)) {
    if (!create) return null
    throw updateFailed(`Cannot create field '${part}' in element {array}`)
  }
  const found = read({ holder, key: part })
  if (found !== undefined) return create || isContainer(found) ? found : null
  if (!create) return null
  const made: Document = {}
  write({ holder, key: part }, made)
  return made
}

function isContainer(value: unknown): value is Document | unknown[] {
  return Array.isArray(value) || isPlainObject(value)
}

function cannotCreate(field: string, parent: string, value: unknown, create: boolean): Error {
  const shown = Array.isArray(value) ? '[array]' : JSON.stringify(value)
  return updateFailed(`Cannot ${create ? 'create' : 'use'} field '${field}' in element {${parent}: ${shown}}`)
}

/** What is at a place; undefined when nothing is. */
export function read({ holder, key }: Place): unknown {
  if (Array.isArray(holder)) return holder[Number(key)]
  return Object.hasOwn(holder, key) ? holder[key] : undefined
}

/** Puts a value at a place; an array is filled up with nulls, as in MongoDB. */
export function write({ holder, key }: Place, value: unknown): void {
  if (!Array.isArray(holder)) {
    Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
    return
  }
  while (holder.length < Number(key)) holder.push(null)
  holder[Number(key)] = value
}

/** Removes what is at a place; an array's element becomes null. */
export function erase({ holder, key }: Place): void {
  if (!Array.isArray(holder)) delete holder[key]
  else if (Number(key) < holder.length) holder[Number(key)] = null
}
