import { failed, fixed, ranged, variadic, type Operators } from './operator'
import { isEqual, isInt32, isNothing, numberOf, show, typeName } from './values'

const arrayElemAt = fixed(2, ([array, index]) => {
  if (isNothing(array) || isNothing(index)) return null
  if (!Array.isArray(array)) {
    throw failed(`$arrayElemAt's first argument must be an array, but is ${typeName(array)}`)
  }
  const position = numberOf(index)
  if (position === undefined) {
    throw failed(`$arrayElemAt's second argument must be a numeric value, but is ${typeName(index)}`)
  }
  if (!isInt32(position)) {
    throw failed(
      `$arrayElemAt's second argument must be representable as a 32-bit integer: ${show(position)}`,
    )
  }
  return array.at(position) as unknown
})

const concatArrays = variadic((values) => {
  const out: unknown[] = []
  for (const value of values) {
    if (isNothing(value)) return null
    if (!Array.isArray(value)) throw failed(`$concatArrays only supports arrays, not ${typeName(value)}`)
    out.push(...(value as unknown[]))
  }
  return out
})

const contains = fixed(2, ([value, array]) => {
  if (Array.isArray(array)) return array.some((item) => isEqual(item, value))
  throw failed(`$in requires an array as a second argument, found: ${typeName(array)}`)
})

const indexOfArray = ranged(2, 4, ([array, value, start, end], name) => {
  if (isNothing(array)) return null
  if (!Array.isArray(array)) {
    throw failed(`$indexOfArray requires an array as a first argument, found: ${typeName(array)}`)
  }
  const from = start === undefined ? 0 : indexOf(start, name, 'starting')
  const to = Math.min(end === undefined ? array.length : indexOf(end, name, 'ending'), array.length)
  for (let i = from; i < to; i++) if (isEqual(array[i], value)) return i
  return -1
})

/** Where a search begins or ends. Throws for what isn't a whole number of at least 0. */
export function indexOf(value: unknown, name: string, which: 'starting' | 'ending'): number {
  const number = numberOf(value)
  if (number === undefined || !Number.isInteger(number)) {
    throw failed(
      `${name} requires an integral ${which} index, found a value of type: ${typeName(value)}, with value: ${show(value)}`,
    )
  }
  if (number < 0) throw failed(`${name} requires a nonnegative ${which} index, found: ${number}`)
  return number
}

const reverseArray = fixed(1, ([array]) => {
  if (isNothing(array)) return null
  if (Array.isArray(array)) return [...(array as unknown[])].reverse()
  throw failed(`The argument to $reverseArray must be an array, but was of type: ${typeName(array)}`)
})

const size = fixed(1, ([array]) => {
  if (Array.isArray(array)) return array.length
  throw failed(`The argument to $size must be an array, but was of type: ${typeName(array)}`)
})

const slice = ranged(2, 3, (values) => {
  const [array, second, third] = values
  if (values.some(isNothing)) return null
  if (!Array.isArray(array)) {
    throw failed(`First argument to $slice must be an array, but is of type: ${typeName(array)}`)
  }
  const n = sliceNumber(second, 'Second')
  if (values.length === 2) return (n >= 0 ? array.slice(0, n) : array.slice(n)) as unknown[]
  const count = sliceNumber(third, 'Third')
  if (count <= 0) throw failed(`Third argument to $slice must be positive: ${count}`)
  const start = n >= 0 ? n : Math.max(array.length + n, 0)
  return array.slice(start, start + count) as unknown[]
})

function sliceNumber(value: unknown, which: 'Second' | 'Third'): number {
  const number = numberOf(value)
  if (number === undefined) {
    throw failed(`${which} argument to $slice must be numeric, but is of type: ${typeName(value)}`)
  }
  if (isInt32(number)) return number
  throw failed(`${which} argument to $slice can't be represented as a 32-bit integer: ${number}`)
}

/** Arrays as wholes. Null and missing give null, but for `$in`, `$isArray` and `$size`. */
export const arrays: Operators = {
  $arrayElemAt: arrayElemAt,
  $concatArrays: concatArrays,
  $in: contains,
  $indexOfArray: indexOfArray,
  $isArray: fixed(1, ([value]) => Array.isArray(value)),
  $reverseArray: reverseArray,
  $size: size,
  $slice: slice,
}
