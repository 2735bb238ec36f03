import { merged } from './objects'
import { variadic, type Operators } from './operator'
import { PreciseSum } from './precise-sum'
import { distinct } from './sets'
import { compare, isNothing, numberOf } from './values'

/** What becomes of a group's values. `undefined` among them is a missing field. */
export type Fold = (values: unknown[]) => unknown

function numbersIn(values: unknown[]): number[] {
  return values.map(numberOf).filter((number) => number !== undefined)
}

const sum: Fold = (values) => {
  const total = new PreciseSum()
  for (const number of numbersIn(values)) total.add(number)
  return total.total
}

const avg: Fold = (values) => {
  const numbers = numbersIn(values)
  return numbers.length === 0 ? null : Number(sum(numbers)) / numbers.length
}

/** The greatest or the least by MongoDB's order of types; null when there is nothing. */
function extreme(direction: 1 | -1): Fold {
  return (values) => {
    const there = values.filter((value) => !isNothing(value))
    if (there.length === 0) return null
    return there.reduce((best, value) => (compare(value, best) * direction > 0 ? value : best))
  }
}

function deviation(isSample: boolean): Fold {
  return (values) => {
    const numbers = numbersIn(values)
    const divisor = numbers.length - (isSample ? 1 : 0)
    if (divisor <= 0) return null
    let mean = 0
    let squares = 0
    for (const [i, number] of numbers.entries()) {
      const delta = number - mean
      mean += delta / (i + 1)
      squares += delta * (number - mean)
    }
    return Math.sqrt(squares / divisor)
  }
}

const isThere = (value: unknown): boolean => value !== undefined

/** The accumulators of `$group`, `$bucket` and `$bucketAuto`. */
export const ACCUMULATORS: Readonly<Record<string, Fold>> = {
  $addToSet: (values) => distinct(values.filter(isThere)),
  $avg: avg,
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $max: extreme(1),
  $mergeObjects: merged,
  $min: extreme(-1),
  $push: (values) => values.filter(isThere),
  $stdDevPop: deviation(false),
  $stdDevSamp: deviation(true),
  $sum: sum,
}

/** As expressions: of one argument that is an array its elements count, else the arguments. */
function ofArguments(fold: Fold): Operators[string] {
  return variadic((values) => fold(values.length === 1 && Array.isArray(values[0]) ? values[0] : values))
}

/** The accumulators that are expressions too. */
export const foldsOfArrays: Operators = {
  $avg: ofArguments(avg),
  $max: ofArguments(extreme(1)),
  $min: ofArguments(extreme(-1)),
  $stdDevPop: ofArguments(deviation(false)),
  $stdDevSamp: ofArguments(deviation(true)),
  $sum: ofArguments(sum),
}
