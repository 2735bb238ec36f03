import { Timestamp } from 'bson'
import { compareValues } from './order-key'
import { typeName } from './type-names'
import type { UpdateContext, UpdateOperator } from './update'
import { show, showElement, updateFailed } from './update-error'
import { erase, read, write, type Place } from './update-paths'
import { clone, isPlainObject } from './wire'

/** `$inc` and `$mul`. A missing field counts as 0; null and other types are refused. */
function arithmetic(
  name: '$inc' | '$mul',
  verb: string,
  compute: (a: number, b: number) => number,
): UpdateOperator {
  return {
    check: (operand, path) => {
      if (typeof operand === 'number') return
      throw updateFailed(`Cannot ${verb} with non-numeric argument: ${showElement(path, operand)}`)
    },
    apply: (place, operand, { id }) => {
      const found = read(place)
      const current = found === undefined ? 0 : found
      if (typeof current !== 'number') {
        throw updateFailed(
          `Cannot apply ${name} to a value of non-numeric type. ${showElement('_id', id)} has the field '${place.key}' of non-numeric type ${typeName(current)}`,
        )
      }
      const result = compute(current, operand as number)
      write(place, result === 0 ? 0 : result)
    },
  }
}

/** `$min` and `$max` compare in MongoDB's order of all types; a missing field is set. */
function extreme(side: 1 | -1): UpdateOperator {
  return {
    apply: (place, operand) => {
      const current = read(place)
      if (current === undefined || compareValues(operand, current) * side > 0) write(place, clone(operand))
    },
  }
}

const currentDate: UpdateOperator = {
  check: (operand) => {
    if (typeof operand === 'boolean') return
    if (!isPlainObject(operand)) {
      throw updateFailed(
        `${typeName(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
      )
    }
    const stray = Object.keys(operand).find((key) => key !== '$type')
    if (stray !== undefined) throw updateFailed(`Unrecognized $currentDate option: ${stray}`)
    if (operand.$type === 'date' || operand.$type === 'timestamp') return
    throw updateFailed(
      "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
    )
  },
  apply: (place, operand, { now }) => {
    const isTimestamp = isPlainObject(operand) && operand.$type === 'timestamp'
    write(place, isTimestamp ? new Timestamp({ t: Math.floor(now / 1000), i: 1 }) : new Date(now))
  },
}

type BitName = 'and' | 'or' | 'xor'

const BITS: Record<BitName, (a: number, b: number) => number> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

const bit: UpdateOperator = {
  check: (operand) => {
    if (!isPlainObject(operand)) {
      throw updateFailed(
        `The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
      )
    }
    if (Object.keys(operand).length === 0) {
      throw updateFailed(
        'You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}',
      )
    }
    for (const [name, mask] of Object.entries(operand)) checkMask(name, mask)
  },
  apply: (place, operand, { id }) => {
    const found = read(place)
    const current = found === undefined ? 0 : found
    if (typeof current !== 'number' || typeName(current) !== 'int') throw notWhole(place, current, id)
    const masks = Object.entries(operand as Record<BitName, number>) as [BitName, number][]
    write(
      place,
      masks.reduce((value, [name, mask]) => BITS[name](value, mask), current),
    )
  },
}

function checkMask(name: string, mask: unknown): void {
  if (!Object.hasOwn(BITS, name)) {
    throw updateFailed(
      `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: ${showElement(name, mask)}`,
    )
  }
  const type = typeName(mask)
  if (type === 'int') return
  if (type === 'long') throw updateFailed(`$bit with 64-bit masks is not in the local cloud: ${show(mask)}`)
  throw updateFailed(
    `The $bit modifier field must be an Integer(32/64 bit); a '${type}' is not supported here: ${showElement(name, mask)}`,
  )
}

function notWhole(place: Place, current: unknown, id: UpdateContext['id']): Error {
  if (typeName(current) === 'long') return updateFailed('$bit of a 64-bit number is not in the local cloud')
  return updateFailed(
    `Cannot apply $bit to a value of non-integral type.${showElement('_id', id)} has the field ${place.key} of non-integer type ${typeName(current)}`,
  )
}

/** The update operators of single fields. */
export const FIELD_OPERATORS: Record<string, UpdateOperator> = {
  $set: { apply: (place, operand) => write(place, clone(operand)) },
  $unset: { apply: erase, needsPlace: true },
  $inc: arithmetic('$inc', 'increment', (a, b) => a + b),
  $mul: arithmetic('$mul', 'multiply', (a, b) => a * b),
  $min: extreme(-1),
  $max: extreme(1),
  $currentDate: currentDate,
  $bit: bit,
}
