import type { Document, Query } from './definitions'
import { compareValues, equalValues } from './order-key'
import { resolvePositions } from './positional'
import { ARRAY_OPERATORS } from './update-array'
import { typeName, updateFailed } from './update-error'
import { erase, placeOf, read, write, type Place } from './update-paths'
import { clone, isPlainObject } from './wire'

/** Changes one path of a document, given the operator's operand. `now` is the cloud's time in ms. */
export type UpdateOperator = (place: Place, operand: unknown, path: string, now: number) => void

const inc: UpdateOperator = (place, operand, path) =>
  arithmetic('increment', place, operand, path, (a, b) => a + b)
const mul: UpdateOperator = (place, operand, path) =>
  arithmetic('multiply', place, operand, path, (a, b) => a * b)

function arithmetic(
  verb: 'increment' | 'multiply',
  place: Place,
  operand: unknown,
  path: string,
  compute: (a: number, b: number) => number,
): void {
  if (typeof operand !== 'number') {
    throw updateFailed(`Cannot ${verb} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`)
  }
  const current = read(place)
  if (current === undefined) return write(place, verb === 'increment' ? operand : 0)
  if (typeof current !== 'number') {
    const what = verb === 'increment' ? '$inc' : '$mul'
    throw updateFailed(
      `Cannot apply ${what} to a value of non-numeric type. {_id: …} has the field '${place.key}' of non-numeric type ${typeName(current)}`,
    )
  }
  write(place, compute(current, operand))
}

const OPERATORS: Record<string, UpdateOperator> = {
  $set: (place, operand) => write(place, clone(operand)),
  $inc: inc,
  $mul: mul,
  $min: (place, operand) => extreme(place, operand, -1),
  $max: (place, operand) => extreme(place, operand, 1),
  $currentDate: (place, _operand, _path, now) => write(place, new Date(now)),
  ...ARRAY_OPERATORS,
}

function extreme(place: Place, operand: unknown, side: 1 | -1): void {
  const current = read(place)
  if (current === undefined || compareValues(operand, current) * side > 0) write(place, clone(operand))
}

/** Operators that must not make what isn't there. */
const WITHOUT_CREATING = new Set(['$unset', '$pop', '$pull', '$pullAll'])

/**
 * The document after an update, as MongoDB would leave it; the given one is not touched. `query` is what
 * found it: the positional `$` needs it. Throws MongoDB's errors for wrong types, conflicts, and unknown operators.
 */
export function applyUpdate(doc: Document, update: Document, query: Query, now: number): Document {
  checkUpdate(update)
  const out = clone(doc)
  for (const [operator, fields] of Object.entries(update)) {
    if (operator === '$setOnInsert') continue
    for (const [written, operand] of Object.entries(fields as Document)) {
      for (const path of resolvePositions(out, written, query)) applyOne(out, operator, path, operand, now)
    }
  }
  if (!equalValues(out._id, doc._id)) {
    throw updateFailed("Performing an update on the path '_id' would modify the immutable field '_id'")
  }
  return out
}

function applyOne(doc: Document, operator: string, path: string, operand: unknown, now: number): void {
  if (operator === '$rename') return rename(doc, path, operand)
  const place = placeOf(doc, path, !WITHOUT_CREATING.has(operator))
  if (!place) return
  if (operator === '$unset') return erase(place)
  const apply = OPERATORS[operator]
  if (!apply) throw unknownOperator(operator)
  apply(place, operand, path, now)
}

function rename(doc: Document, path: string, to: unknown): void {
  if (typeof to !== 'string') throw updateFailed(`The 'to' field for $rename must be a string: ${path}`)
  const from = placeOf(doc, path, false)
  const value = from ? read(from) : undefined
  if (!from || value === undefined) return
  erase(from)
  const target = placeOf(doc, to, true)
  if (target) write(target, value)
}

function unknownOperator(operator: string): Error {
  return updateFailed(`Unknown modifier: ${operator}`)
}

/** Checks an update's form before anything is changed: known operators, no two on the same path. */
export function checkUpdate(update: Document): void {
  const taken: string[] = []
  for (const [operator, fields] of Object.entries(update)) {
    const isKnown = operator in OPERATORS || ['$unset', '$rename', '$setOnInsert'].includes(operator)
    if (!isKnown) throw unknownOperator(operator)
    if (!isPlainObject(fields)) {
      throw updateFailed(`Modifiers operate on fields but we found type ${typeName(fields)} instead`)
    }
    for (const path of Object.keys(fields)) checkPath(path, taken)
  }
}

function checkPath(path: string, taken: string[]): void {
  if (path === '' || path.split('.').includes('')) {
    throw updateFailed(`The update path '${path}' contains an empty field name, which is not allowed.`)
  }
  const other = taken.find(
    (seen) => seen === path || seen.startsWith(`${path}.`) || path.startsWith(`${seen}.`),
  )
  if (other !== undefined)
    throw updateFailed(`Updating the path '${path}' would create a conflict at '${other}'`)
  taken.push(path)
}
