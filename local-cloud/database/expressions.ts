import * as expressions from 'mingo/operators/expression'
import type { Options } from 'mingo/types'

type Expression = (obj: unknown, expr: unknown, options: Options) => unknown
type Known = Record<string, Expression | undefined>

const known = expressions as unknown as Known

function call(name: string, obj: unknown, expr: unknown, options: Options): unknown {
  const operator = known[name]
  if (!operator) throw new Error(`unregistered expression operator ${name}`)
  return operator(obj, expr, options)
}

function evaluate(obj: unknown, expr: unknown, options: Options): unknown {
  return call('$ifNull', obj, [expr, null], options)
}

function evaluated(name: string, obj: unknown, expr: unknown, options: Options): unknown[] {
  if (!Array.isArray(expr)) throw new Error(`${name} needs an array of arguments`)
  return expr.map((part) => evaluate(obj, part, options))
}

const indexOfCP: Expression = (obj, expr, options) => {
  const [text, part, start = 0, end] = evaluated('$indexOfCP', obj, expr, options)
  if (text === null) return null
  if (typeof text !== 'string' || typeof part !== 'string') throw new Error('$indexOfCP requires strings')
  const points = [...text]
  const last = typeof end === 'number' ? end : points.length
  const wanted = [...part]
  for (let i = Number(start); i + wanted.length <= last; i++) {
    if (wanted.every((point, j) => points[i + j] === point)) return i
  }
  return -1
}

/** A negative length means: to the end. Counts bytes of UTF-8, as MongoDB does. */
const substr: Expression = (obj, expr, options) => {
  const [text, start, length] = evaluated('$substr', obj, expr, options)
  if (text === null) return ''
  const bytes = Buffer.from(String(text), 'utf8')
  const from = Number(start)
  if (from < 0) return ''
  const to = Number(length) < 0 ? bytes.length : from + Number(length)
  const piece = bytes.subarray(from, to)
  if (!Buffer.from(piece.toString('utf8'), 'utf8').equals(piece)) {
    throw new Error(
      '$substrBytes: Invalid range, starting or ending index is in the middle of a UTF-8 character.',
    )
  }
  return piece.toString('utf8')
}

/** Weeks of the year 0–53, beginning on Sundays. */
const week: Expression = (obj, expr, options) => {
  const day = call('$dayOfYear', obj, expr, options)
  const weekday = call('$dayOfWeek', obj, expr, options)
  if (typeof day !== 'number' || typeof weekday !== 'number') return null
  return Math.floor((day - 1 + 7 - (weekday - 1)) / 7)
}

/** Expression operators that mingo 7.2 lacks, or in which it differs from MongoDB. */
export const mendedExpressions: Record<string, Expression> = {
  $indexOfCP: indexOfCP,
  $substr: substr,
  $substrBytes: substr,
  $week: week,
}
