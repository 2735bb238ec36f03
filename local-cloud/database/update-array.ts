import type { Sort } from './definitions'
import { Matcher } from './matcher'
import { compareValues, equalValues } from './order-key'
import { isOperators } from './conditions'
import { sortDocuments } from './sorting'
import type { UpdateOperator } from './update'
import { typeName } from './type-names'
import { show, showElement, updateFailed } from './update-error'
import { read, write, type Place } from './update-paths'
import { clone, isPlainObject } from './wire'

function badArray(place: Place, current: unknown, id: unknown): Error {
  return updateFailed(
    `The field '${place.key}' must be an array but is of type ${typeName(current)} in document ${showElement('_id', id)}`,
  )
}

function nonArrayField(place: Place, current: unknown): Error {
  return updateFailed(
    `Cannot apply $addToSet to non-array field. Field named '${place.key}' has non-array type ${typeName(current)}`,
  )
}

function itemsAt(place: Place, refuse: (current: unknown) => Error): unknown[] {
  const current = read(place)
  if (current === undefined) return []
  if (!Array.isArray(current)) throw refuse(current)
  return [...(current as unknown[])]
}

interface Push {
  each: unknown[]
  position: number | null
  slice: number | null
  sort: Sort | 1 | -1 | null
}

/** Adds at `$position` (negative: from the end), then sorts, then keeps what `$slice` says (negative: the last). */
const push: UpdateOperator = {
  check: (operand) => void parsePush(operand),
  apply: (place, operand, { id }) => {
    const { each, position, slice, sort } = parsePush(operand)
    const items = itemsAt(place, (current) => badArray(place, current, id))
    items.splice(position ?? items.length, 0, ...clone(each))
    const ordered = sort === null ? items : sortItems(items, sort)
    write(place, slice === null ? ordered : slice < 0 ? ordered.slice(slice) : ordered.slice(0, slice))
  },
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
      `The argument to $each in $push must be an array but it was of type: ${typeName($each)}`,
    )
  }
  return {
    each: $each,
    position: wholeNumber($position, 'The value for $position must be an integer value, not of type:'),
    slice: wholeNumber($slice, 'The value for $slice must be an integer value but was given type:'),
    sort: parseSort($sort),
  }
}

function wholeNumber(value: unknown, refusal: string): number | null {
  if (value === undefined) return null
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw updateFailed(`${refusal} ${typeName(value)}`)
}

function parseSort(sort: unknown): Push['sort'] {
  if (sort === undefined) return null
  if (typeof sort === 'number') {
    if (sort === 1 || sort === -1) return sort
    throw updateFailed('The $sort element value must be either 1 or -1')
  }
  if (!isPlainObject(sort)) {
    throw updateFailed(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    )
  }
  const directions = Object.entries(sort)
  if (directions.length === 0) {
    throw updateFailed('The $sort pattern is empty when it should be a set of fields.')
  }
  if (directions.some(([, direction]) => direction !== 1 && direction !== -1)) {
    throw updateFailed('The $sort element value must be either 1 or -1')
  }
  return sort as Sort
}

function sortItems(items: unknown[], sort: Sort | 1 | -1): unknown[] {
  if (typeof sort === 'number') return [...items].sort((a, b) => compareValues(a, b) * sort)
  return sortDocuments(items, sort, (item) => (isPlainObject(item) ? item : {}))
}

const addToSet: UpdateOperator = {
  check: (operand) => void wantedOf(operand),
  apply: (place, operand) => {
    const items = itemsAt(place, (current) => nonArrayField(place, current))
    for (const value of wantedOf(operand)) {
      if (!items.some((item) => equalValues(item, value))) items.push(clone(value))
    }
    write(place, items)
  },
}

function wantedOf(operand: unknown): unknown[] {
  if (!isPlainObject(operand) || !('$each' in operand)) return [operand]
  const { $each, ...unknown } = operand
  if (!Array.isArray($each)) {
    throw updateFailed(
      `The argument to $each in $addToSet must be an array but it was of type ${typeName($each)}`,
    )
  }
  if (Object.keys(unknown).length === 0) return $each as unknown[]
  throw updateFailed(`Found unexpected fields after $each in $addToSet: ${show(operand)}`)
}

const pop: UpdateOperator = {
  needsPlace: true,
  check: (operand, path) => {
    if (typeof operand !== 'number') {
      throw updateFailed(`Expected a number in: ${path}: ${show(operand)}`)
    }
    if (operand !== 1 && operand !== -1) throw updateFailed(`$pop expects 1 or -1, found: ${operand}`)
  },
  apply: (place, operand, { path }) => {
    const current = read(place)
    if (current === undefined) return
    if (!Array.isArray(current)) {
      throw updateFailed(`Path '${path}' contains an element of non-array type '${typeName(current)}'`)
    }
    write(place, operand === 1 ? current.slice(0, -1) : current.slice(1))
  },
}

/** Takes out the elements that are hit; a missing field stays missing. */
function cull(place: Place, isHit: (item: unknown) => boolean): void {
  const current = read(place)
  if (current === undefined) return
  if (!Array.isArray(current)) throw updateFailed('Cannot apply $pull to a non-array value')
  write(
    place,
    (current as unknown[]).filter((item) => !isHit(item)),
  )
}

const pull: UpdateOperator = {
  needsPlace: true,
  check: (operand) => void pullTest(operand),
  apply: (place, operand) => cull(place, pullTest(operand)),
}

const LOGICAL = ['$and', '$or', '$nor']

/** `{$gt: 4}` tests elements, `{x: 1}` and `{$or: …}` test the fields of objects, anything else is equality. */
function pullTest(operand: unknown): (item: unknown) => boolean {
  const isLogical = isPlainObject(operand) && LOGICAL.some((key) => key in operand)
  if ((isOperators(operand) && !isLogical) || operand instanceof RegExp) {
    const matcher = new Matcher({ element: operand })
    return (item) => matcher.test({ element: item })
  }
  if (!isPlainObject(operand)) return (item) => equalValues(item, operand)
  const matcher = new Matcher(operand)
  return (item) => isPlainObject(item) && matcher.test(item)
}

const pullAll: UpdateOperator = {
  needsPlace: true,
  check: (operand) => {
    if (Array.isArray(operand)) return
    throw updateFailed(`$pullAll requires an array argument but was given a ${typeName(operand)}`)
  },
  apply: (place, operand) =>
    cull(place, (item) => (operand as unknown[]).some((value) => equalValues(item, value))),
}

/** The update operators of arrays. */
export const ARRAY_OPERATORS: Record<string, UpdateOperator> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
}
