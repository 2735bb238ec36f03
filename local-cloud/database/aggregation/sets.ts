import { failed, fixed, variadic, type Operator, type Operators } from './operator'
import { compare, isEqual, isNothing, isTrue, typeName } from './values'

/** Each value once, in the order in which they first came. */
export function distinct(values: unknown[]): unknown[] {
  const sorted = values.map((value, at) => ({ value, at }))
  sorted.sort((a, b) => compare(a.value, b.value) || a.at - b.at)
  return sorted
    .filter(({ value }, i) => i === 0 || !isEqual(value, sorted[i - 1]?.value))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value)
}

const ascending = (values: unknown[]): unknown[] => [...values].sort(compare)

const has = (values: unknown[], wanted: unknown): boolean => values.some((value) => isEqual(value, wanted))

/** Takes any number of arrays; a null or missing one gives null. */
function ofArrays(work: (lists: unknown[][]) => unknown[]): Operator {
  return variadic((values, name) => {
    for (const value of values) {
      if (isNothing(value)) return null
      if (!Array.isArray(value)) throw notAllArrays(name, value)
    }
    return work(values as unknown[][])
  })
}

function notAllArrays(name: string, value: unknown): Error {
  return failed(`All operands of ${name} must be arrays. One argument is of type: ${typeName(value)}`)
}

function bothArrays(values: unknown[], name: string): [unknown[], unknown[]] {
  const [first, second] = values
  for (const [which, value] of [
    ['First', first],
    ['Second', second],
  ]) {
    if (!Array.isArray(value)) {
      throw failed(
        `both operands of ${name} must be arrays. ${String(which)} argument is of type: ${typeName(value)}`,
      )
    }
  }
  return [first as unknown[], second as unknown[]]
}

const setDifference = fixed(2, (values, name) => {
  if (values.some(isNothing)) return null
  const [first, second] = bothArrays(values, name)
  return distinct(first).filter((value) => !has(second, value))
})

const setEquals: Operator = (operand, compiler, name) => {
  const count = Array.isArray(operand) ? operand.length : 1
  if (count < 2) throw failed(`$setEquals needs at least two arguments had: ${count}`)
  return variadic((values) => {
    const stray = values.findIndex((value) => !Array.isArray(value))
    if (stray >= 0) throw notAllArrays(name, values[stray])
    const [first = [], ...others] = (values as unknown[][]).map(distinct)
    return others.every((other) => other.length === first.length && first.every((value) => has(other, value)))
  })(operand, compiler, name)
}

function ofElements(work: (values: unknown[]) => boolean): Operator {
  return fixed(1, ([value], name) => {
    if (Array.isArray(value)) return work(value)
    throw failed(`${name}'s argument must be an array, but is ${typeName(value)}`)
  })
}

/** Arrays as sets: duplicates don't count. Results of unions and intersections are in ascending order. */
export const sets: Operators = {
  $allElementsTrue: ofElements((values) => values.every(isTrue)),
  $anyElementTrue: ofElements((values) => values.some(isTrue)),
  $setDifference: setDifference,
  $setEquals: setEquals,
  $setIntersection: ofArrays(([first = [], ...others]) =>
    ascending(distinct(first).filter((value) => others.every((other) => has(other, value)))),
  ),
  $setIsSubset: fixed(2, (values, name) => {
    const [first, second] = bothArrays(values, name)
    return first.every((value) => has(second, value))
  }),
  $setUnion: ofArrays((lists) => ascending(distinct(lists.flat()))),
}
