import type { Document } from './definitions'
import { isPosition } from './paths'
import { isPlainObject } from './wire'
import { showElement, updateFailed } from './update-error'

/** A place in a document: the object or array that holds it, and the key in that. */
export interface Place {
  holder: Document | unknown[]
  key: string
}

/** What is met on the way to a place: the place, nothing, or a value that can't hold it. */
type Way = { kind: 'found'; place: Place } | { kind: 'missing' } | { kind: 'blocked'; error: Error }

const NOTHING: Way = { kind: 'missing' }

/** How far an array may be filled up with nulls (source: `kMaxPaddingAllowed` of MongoDB). */
const MOST_PADDING = 1_500_000

/** A path's place; missing objects on the way are made. Throws where a scalar is in the way, as MongoDB does. */
export function makePlace(doc: Document, path: string): Place {
  const way = follow(doc, path, true)
  if (way.kind === 'blocked') throw way.error
  if (way.kind === 'found') return way.place
  throw updateFailed(`The path '${path}' can't be made`)
}

/** A path's place; null where nothing is, or a scalar is in the way. */
export function findPlace(doc: Document, path: string): Place | null {
  const way = follow(doc, path, false)
  return way.kind === 'found' ? way.place : null
}

/** Throws where a scalar is in the way: what `$rename` does, while other operators pass over it. */
export function checkWay(doc: Document, path: string): void {
  const way = follow(doc, path, false)
  if (way.kind === 'blocked') throw way.error
}

function follow(doc: Document, path: string, create: boolean): Way {
  const parts = path.split('.')
  const last = parts.pop() ?? ''
  let holder: Document | unknown[] = doc
  let name = ''
  for (const [i, part] of parts.entries()) {
    if (Array.isArray(holder) && !isPosition(part)) return blocked(part, name, holder)
    const next = step({ holder, key: part }, create)
    if (next === undefined) return NOTHING
    if (!isContainer(next)) return blocked(parts[i + 1] ?? last, part, next)
    holder = next
    name = part
  }
  if (Array.isArray(holder) && !isPosition(last)) return blocked(last, name, holder)
  return { kind: 'found', place: { holder, key: last } }
}

function step(place: Place, create: boolean): unknown {
  const found = read(place)
  if (found !== undefined || !create) return found
  const made: Document = {}
  write(place, made)
  return made
}

function isContainer(value: unknown): value is Document | unknown[] {
  return Array.isArray(value) || isPlainObject(value)
}

function blocked(field: string, parent: string, value: unknown): Way {
  const error = updateFailed(`Cannot create field '${field}' in element ${showElement(parent, value)}`)
  return { kind: 'blocked', error }
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
  if (Number(key) - holder.length > MOST_PADDING) {
    throw updateFailed(`can't backfill more than ${MOST_PADDING} elements`)
  }
  while (holder.length < Number(key)) holder.push(null)
  holder[Number(key)] = value
}

/** Removes what is at a place; an array's element becomes null. */
export function erase({ holder, key }: Place): void {
  if (!Array.isArray(holder)) delete holder[key]
  else if (Number(key) < holder.length) holder[Number(key)] = null
}
