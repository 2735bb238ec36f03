import type { Document, Sort } from './definitions'
import { Matcher } from './matcher'
import { compareValues, equalValues } from './order-key'
import { isOperators } from './conditions'
import { sortDocuments } from './sorting'
import type { UpdateOperator } from './update'
import { typeName, updateFailed } from './update-error'
import { read, write, type Place } from './update-paths'
import { clone, isPlainObject } from './wire'

function arrayAt(place: Place, operator: string): unknown[] | undefined {
  const current = read(place)
  if (current === undefined || Array.isArray(current)) return current as unknown[] | undefined
  const verb =
    operator === '$addToSet' ? 'Cannot apply $addToSet to non-array field. Field named' : 'The field'
  throw updateFailed(`${verb} '${place.key}' must be an array but is of type ${typeName(current)}`)
}

interface Push {
  each: unknown[]
  position: number | null
  slice: number | null
  sort: Sort | 1 | -1 | null
}

const push: UpdateOperator = (place, operand) => {
  const { each, position, slice, sort } = parsePush(operand)
  const items = [...(arrayAt(place, '$push') ?? [])]
  const at = position === null ? items.length : position < 0 ? Math.max(0, items.length + position) : position
  items.splice(at, 0, ...clone(each))
  const ordered = sort === null ? items : sortItems(items, sort)
  write(place, slice === null ? ordered : slice < 0 ? ordered.slice(slice) : ordered.slice(0, slice))
}

function parsePush(operand: unknown): Push {
  if (!isPlainObject(operand) || !('$each' in operand)) {
    return { each: [operand], position: null, slice: null, sort: null }
  }
  const { $each, $position, $slice, $sort, ...unknown } = operand
  const [stray] = Object.keys(unknown)
  if (stray !== undefined) throw updateFailed(`Unrecognized clause in $push: ${stray}`)
  if (!Array.isArray($each)) {
    throw updateFailed(
      `The argument to $each in $push must be an array but it was of type ${typeName($each)}`,
    )
  }
  return {
    each: $each,
    position: wholeNumber('$position', $position),
    slice: wholeNumber('$slice', $slice),
    sort: ($sort ?? null) as Push['sort'],
  }
}

function wholeNumber(name: string, value: unknown): number | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw updateFailed(`The value for ${name} must be an integer value but was given type: ${typeName(value)}`)
}

function sortItems(items: unknown[], sort: Sort | 1 | -1): unknown[] {
  if (typeof sort === 'number') return [...items].sort((a, b) => compareValues(a, b) * sort)
  return sortDocuments(items, sort, (item) => (isPlainObject(item) ? item : {}))
}

const addToSet: UpdateOperator = (place, operand) => {
  const wanted = isPlainObject(operand) && '$each' in operand ? operand.$each : [operand]
  if (!Array.isArray(wanted)) {
    throw updateFailed(
      `The argument to $each in $addToSet must be an array but it was of type ${typeName(wanted)}`,
    )
  }
  const items = [...(arrayAt(place, '$addToSet') ?? [])]
  for (const value of wanted) if (!items.some((item) => equalValues(item, value))) items.push(clone(value))
  write(place, items)
}

const pop: UpdateOperator = (place, operand, path) => {
  if (operand !== 1 && operand !== -1) {
    throw updateFailed(`$pop expects 1 or -1, found: ${JSON.stringify(operand)}`)
  }
  const current = read(place)
  if (current === undefined) return
  if (!Array.isArray(current)) {
    throw updateFailed(`Path '${path}' contains an element of non-array type '${typeName(current)}'`)
  }
  write(place, operand === 1 ? current.slice(0, -1) : current.slice(1))
}

const pull: UpdateOperator = (place, operand) => {
  const items = pullable(place, '$pull')
  if (!items) return
  const isHit = pullTest(operand)
  write(
    place,
    items.filter((item) => !isHit(item)),
  )
}

function pullable(place: Place, operator: string): unknown[] | undefined {
  const current = read(place)
  if (current === undefined || Array.isArray(current)) return current as unknown[] | undefined
  throw updateFailed(`Cannot apply ${operator} to a non-array value`)
}

/** `{$gt: 4}` tests elements, `{x: 1}` tests the fields of objects, anything else is equality. */
function pullTest(operand: unknown): (item: unknown) => boolean {
  if (isOperators(operand) || operand instanceof RegExp) {
    const matcher = new Matcher({ element: operand })
    return (item) => matcher.test({ element: item })
  }
  if (!isPlainObject(operand)) return (item) => equalValues(item, operand)
  const matcher = new Matcher(operand)
  return (item) => isPlainObject(item) && matcher.test(item)
}

const pullAll: UpdateOperator = (place, operand) => {
  if (!Array.isArray(operand)) {
    throw updateFailed(`$pullAll requires an array argument but was given a ${typeName(operand)}`)
  }
  const items = pullable(place, '$pullAll')
  if (!items) return
  write(
    place,
    items.filter((item) => !operand.some((value) => equalValues(item, value))),
  )
}

/** The update operators of arrays. */
export const ARRAY_OPERATORS: Record<string, UpdateOperator> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
}

/** The first element of an array that fulfils a condition; -1 when none does. */
export function firstMatch(items: unknown[], condition: Document): number {
  const matcher = new Matcher(condition)
  return items.findIndex((element) => matcher.test({ element }))
}
