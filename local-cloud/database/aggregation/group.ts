import type { Document } from '../definitions'
import { orderKey } from '../order-key'
import { isPlainObject } from '../wire'
import { ACCUMULATORS, type Fold } from './accumulators'
import { variablesOf } from './expression'
import { failed, type Compiler, type Evaluate, type Variables } from './operator'
import { typeName } from './values'
import type { Run } from './stage'

/** A field of a group: what is taken of each document, and what becomes of it all. */
interface Field {
  name: string
  value: Evaluate
  fold: Fold
}

/** `$group`. Groups come in the order in which their first documents came. */
export function group(spec: unknown, compiler: Compiler): Run {
  if (!isPlainObject(spec)) throw failed("a group's fields must be specified in an object")
  if (!('_id' in spec)) throw failed('a group specification must include an _id')
  const { _id, ...output } = spec
  const keyOf = compiler.compile(_id)
  const fold = foldsOf(output, compiler)
  return (docs, outer) => {
    const groups = new Map<string, { key: unknown; docs: Document[] }>()
    for (const doc of docs) {
      const key = keyOf(variablesOf(doc, outer)) ?? null
      const name = orderKey(key).toString('latin1')
      const known = groups.get(name)
      if (known) known.docs.push(doc)
      else groups.set(name, { key, docs: [doc] })
    }
    return [...groups.values()].map(({ key, docs: members }) => ({ _id: key, ...fold(members, outer) }))
  }
}

/** Compiles the accumulators of `$group`, `$bucket` and `$bucketAuto`. */
export function foldsOf(
  output: Document,
  compiler: Compiler,
): (docs: Document[], outer: Variables) => Document {
  const fields = Object.entries(output).map(([name, spec]) => fieldOf(name, spec, compiler))
  return (docs, outer) => {
    const scopes = docs.map((doc) => variablesOf(doc, outer))
    return Object.fromEntries(fields.map(({ name, value, fold }) => [name, fold(scopes.map(value)) ?? null]))
  }
}

function fieldOf(name: string, spec: unknown, compiler: Compiler): Field {
  if (name.includes('.')) throw failed(`The field name '${name}' cannot contain '.'`)
  if (name.startsWith('$')) throw failed(`The field name '${name}' cannot be an operator name`)
  if (!isPlainObject(spec) || Object.keys(spec).length === 0) {
    throw failed(`The field '${name}' must be an accumulator object`)
  }
  const [operator = '', ...more] = Object.keys(spec)
  if (more.length > 0) throw failed(`The field '${name}' must specify one accumulator`)
  if (!operator.startsWith('$')) throw failed(`The field '${name}' must be an accumulator object`)
  const fold = Object.hasOwn(ACCUMULATORS, operator) ? ACCUMULATORS[operator] : undefined
  if (!fold) throw failed(`unknown group operator '${operator}'`)
  if (Array.isArray(spec[operator])) throw failed(`The ${operator} accumulator is a unary operator`)
  return { name, fold, value: compiler.compile(spec[operator]) }
}

/** `$count`: one document with the count, or none when there is nothing to count. */
export function count(spec: unknown): Run {
  if (typeof spec !== 'string' || spec === '') throw failed('the count field must be a non-empty string')
  if (spec.startsWith('$')) throw failed('the count field cannot be a $-prefixed path')
  if (spec.includes('\0')) throw failed('the count field cannot contain a null byte')
  if (spec.includes('.')) throw failed("the count field cannot contain '.'")
  return (docs) => (docs.length === 0 ? [] : [{ [spec]: docs.length }])
}

/** `$sortByCount`: groups by an expression, the largest first. */
export function sortByCount(spec: unknown, compiler: Compiler): Run {
  checkSortByCount(spec)
  const grouped = group({ _id: spec, count: { $sum: 1 } }, compiler)
  return (docs, outer) => grouped(docs, outer).sort((a, b) => Number(b.count) - Number(a.count))
}

function checkSortByCount(spec: unknown): void {
  if (typeof spec === 'string') {
    if (spec.startsWith('$')) return
    throw failed(
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    )
  }
  if (!isPlainObject(spec)) {
    throw failed('the sortByCount field must be specified as a string or as an object')
  }
  if (Object.keys(spec)[0]?.startsWith('$')) return
  throw failed('the sortByCount field must be defined as a $-prefixed path or an expression inside an object')
}

/** What `output` of a bucket may be; a count when there is none. */
export function outputOf(stage: '$bucket' | '$bucketAuto', output: unknown): Document {
  if (output === undefined) return { count: { $sum: 1 } }
  if (isPlainObject(output)) return output
  throw failed(`The ${stage} 'output' field must be an object, but found type: ${typeName(output)}.`)
}

/** `groupBy` of a bucket must be a path or an expression. */
export function checkGroupBy(stage: '$bucket' | '$bucketAuto', groupBy: unknown, shown: string): void {
  const isPath = typeof groupBy === 'string' && groupBy.startsWith('$')
  if (isPath || (isPlainObject(groupBy) && Object.keys(groupBy)[0]?.startsWith('$'))) return
  throw failed(
    `The ${stage} 'groupBy' field must be defined as a $-prefixed path or an expression, but found: ${shown}.`,
  )
}
