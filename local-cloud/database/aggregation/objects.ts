import type { Document } from '../definitions'
import { isPlainObject } from '../wire'
import { failed, fixed, variadic, type Operators } from './operator'
import { isNothing, show, typeName } from './values'

const mergeObjects = variadic((values) => merged(values))

/** Objects laid over one another, the last on top; null and missing are left out. */
export function merged(values: unknown[]): Document {
  const out: Document = {}
  for (const value of values) {
    if (isNothing(value)) continue
    if (!isPlainObject(value)) {
      throw failed(
        `$mergeObjects requires object inputs, but input ${show(value)} is of type ${typeName(value)}`,
      )
    }
    Object.assign(out, value)
  }
  return out
}

const objectToArray = fixed(1, ([value]) => {
  if (isNothing(value)) return null
  if (isPlainObject(value)) return Object.entries(value).map(([k, v]) => ({ k, v }))
  throw failed(`$objectToArray requires a document input, found: ${typeName(value)}`)
})

const arrayToObject = fixed(1, ([value]) => {
  if (isNothing(value)) return null
  if (!Array.isArray(value)) throw failed(`$arrayToObject requires an array input, found: ${typeName(value)}`)
  const items: unknown[] = value
  const isOfPairs = Array.isArray(items[0])
  return Object.fromEntries(items.map((item) => (isOfPairs ? pairOf(item) : keyAndValueOf(item))))
})

type Entry = [key: string, value: unknown]

function pairOf(item: unknown): Entry {
  if (!Array.isArray(item)) throw inconsistent('Array', item)
  if (item.length !== 2) {
    throw failed(`$arrayToObject requires an array of size 2 arrays,found array of size: ${item.length}`)
  }
  const [key, value] = item as [unknown, unknown]
  if (typeof key === 'string') return [key, value]
  throw failed(
    '$arrayToObject requires an array of key-value pairs, where the key must be of type string. ' +
      `Found key type: ${typeName(key)}`,
  )
}

function keyAndValueOf(item: unknown): Entry {
  if (!isPlainObject(item)) {
    if (Array.isArray(item)) throw inconsistent('Object', item)
    throw failed(`Unrecognised input type format for $arrayToObject: ${typeName(item)}`)
  }
  const count = Object.keys(item).length
  if (count !== 2) {
    throw failed(
      `$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:${count}`,
    )
  }
  if (!('k' in item && 'v' in item)) {
    throw failed(
      `$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys from: ${show(item)}`,
    )
  }
  if (typeof item.k === 'string') return [item.k, item.v]
  throw failed(
    "$arrayToObject requires an object with keys 'k' and 'v', where the value of 'k' must be of type string. " +
      `Found type: ${typeName(item.k)}`,
  )
}

function inconsistent(first: 'Array' | 'Object', item: unknown): Error {
  return failed(
    '$arrayToObject requires a consistent input format. Elements must all be arrays or all be objects. ' +
      `${first} was detected, now found: ${typeName(item)}`,
  )
}

/** Objects from and to arrays, and one over another. */
export const objects: Operators = {
  $arrayToObject: arrayToObject,
  $mergeObjects: mergeObjects,
  $objectToArray: objectToArray,
}
