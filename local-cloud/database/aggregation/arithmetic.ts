import { failed, fixed, ranged, variadic, type Operator, type Operators } from './operator'
import { PreciseSum } from './precise-sum'
import { dateOf, isNothing, numberOf, typeName } from './values'

/** An operator of one number; null and missing give null. */
function ofOneNumber(work: (value: number) => number): Operator {
  return fixed(1, ([value], name) => {
    if (isNothing(value)) return null
    const number = numberOf(value)
    if (number === undefined) throw failed(`${name} only supports numeric types, not ${typeName(value)}`)
    return work(number)
  })
}

function positive(name: string, work: (value: number) => number): Operator {
  return ofOneNumber((value) => {
    if (value <= 0) throw failed(`${name}'s argument must be a positive number, but is ${value}`)
    return work(value)
  })
}

const add = variadic((values) => {
  const sum = new PreciseSum()
  let hasDate = false
  for (const value of values) {
    if (isNothing(value)) return null
    if (value instanceof Date) {
      if (hasDate) throw failed('only one date allowed in an $add expression')
      hasDate = true
    }
    const number = value instanceof Date ? value.getTime() : numberOf(value)
    if (number === undefined) {
      throw failed(`$add only supports numeric or date types, not ${typeName(value)}`)
    }
    sum.add(number)
  }
  return hasDate ? dateOf(sum.total) : sum.total
})

const subtract = fixed(2, ([left, right]) => {
  if (isNothing(left) || isNothing(right)) return null
  const [a, b] = [numberOf(left), numberOf(right)]
  if (a !== undefined && b !== undefined) return a - b
  if (left instanceof Date) {
    if (right instanceof Date) return left.getTime() - right.getTime()
    if (b !== undefined) return dateOf(left.getTime() - Math.trunc(b))
    throw failed(`cant $subtract a ${typeName(right)} from a Date`)
  }
  throw failed(`cant $subtract a ${typeName(right)} from a ${typeName(left)}`)
})

const multiply = variadic((values) => {
  let product = 1
  for (const value of values) {
    if (isNothing(value)) return null
    const number = numberOf(value)
    if (number === undefined) throw failed(`$multiply only supports numeric types, not ${typeName(value)}`)
    product *= number
  }
  return product
})

function quotient(work: (a: number, b: number) => number): Operator {
  return fixed(2, ([left, right], name) => {
    const [a, b] = [numberOf(left), numberOf(right)]
    if (a !== undefined && b !== undefined) {
      if (b === 0) throw failed(`can't ${name} by zero`)
      return work(a, b)
    }
    if (isNothing(left) || isNothing(right)) return null
    throw failed(`${name} only supports numeric types, not ${typeName(left)} and ${typeName(right)}`)
  })
}

const pow = fixed(2, ([base, exponent]) => {
  if (isNothing(base) || isNothing(exponent)) return null
  const [a, b] = [numberOf(base), numberOf(exponent)]
  if (a === undefined) throw failed(`$pow's base must be numeric, not ${typeName(base)}`)
  if (b === undefined) throw failed(`$pow's exponent must be numeric, not ${typeName(exponent)}`)
  if (a === 0 && b < 0) throw failed('$pow cannot take a base of 0 and a negative exponent')
  return a ** b
})

const log = fixed(2, ([value, base]) => {
  if (isNothing(value) || isNothing(base)) return null
  const [a, b] = [numberOf(value), numberOf(base)]
  if (a === undefined) throw failed(`$log's argument must be numeric, not ${typeName(value)}`)
  if (b === undefined) throw failed(`$log's base must be numeric, not ${typeName(base)}`)
  if (a <= 0) throw failed(`$log's argument must be a positive number, but is ${a}`)
  if (b <= 0 || b === 1) throw failed(`$log's base must be a positive number not equal to 1, but is ${b}`)
  return Math.log(a) / Math.log(b)
})

const sqrt = ofOneNumber((value) => {
  if (value < 0) throw failed("$sqrt's argument must be greater than or equal to 0")
  return Math.sqrt(value)
})

const range = ranged(2, 3, ([start, end, step = 1]) => {
  const from = wholeOf(start, 'starting')
  const to = wholeOf(end, 'ending')
  const by = wholeOf(step, 'step')
  if (by === 0) throw failed('$range requires a non-zero step value')
  const out: number[] = []
  for (let i = from; by > 0 ? i < to : i > to; i += by) out.push(i)
  return out
})

function wholeOf(value: unknown, which: 'starting' | 'ending' | 'step'): number {
  const number = numberOf(value)
  const article = which === 'ending' ? 'an' : 'a'
  if (number === undefined) {
    const words = which === 'step' ? 'a numeric step value' : `a numeric ${which} value`
    throw failed(`$range requires ${words}, found value of type: ${typeName(value)}`)
  }
  if (Number.isInteger(number) && Math.abs(number) <= 2 ** 31) return number
  throw failed(
    `$range requires ${article} ${which} value that can be represented as a 32-bit integer, found value: ${number}`,
  )
}

/** Numbers in, numbers out; `$add` and `$subtract` take dates too, in milliseconds. */
export const arithmetic: Operators = {
  $abs: ofOneNumber(Math.abs),
  $add: add,
  $ceil: ofOneNumber(Math.ceil),
  $divide: quotient((a, b) => a / b),
  $exp: ofOneNumber(Math.exp),
  $floor: ofOneNumber(Math.floor),
  $ln: positive('$ln', Math.log),
  $log: log,
  $log10: positive('$log10', Math.log10),
  $mod: quotient((a, b) => a % b),
  $multiply: multiply,
  $pow: pow,
  $range: range,
  $sqrt: sqrt,
  $subtract: subtract,
  $trunc: ofOneNumber(Math.trunc),
}
