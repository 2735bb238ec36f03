import type { Document, Query, Sort } from '../definitions'
import { refuseNear } from '../geo/near'
import { Matcher } from '../matcher'
import { sortDocuments } from '../sorting'
import { isPlainObject } from '../wire'
import { variablesOf } from './expression'
import { failed, type Compiler } from './operator'
import { numberOf, show, typeName } from './values'
import type { Run, StageContext } from './stage'

/** `$match`. What it can't be inside a pipeline is refused by name. */
export function match(spec: unknown, { names }: StageContext): Run {
  const matcher = new Matcher(queryOf(spec), names)
  return (docs, variables) => docs.filter((doc) => matcher.test(doc, variables))
}

/** The query of a `$match`. */
export function queryOf(spec: unknown): Query {
  if (!isPlainObject(spec)) throw failed('the match filter must be an expression in an object')
  refuseNear(spec)
  return spec
}

/** The sort of a `$sort`. */
export function sortOf(spec: unknown): Sort {
  if (!isPlainObject(spec)) throw failed('the $sort key specification must be an object')
  const entries = Object.entries(spec)
  if (entries.length === 0) throw failed('$sort stage must have at least one sort key')
  return Object.fromEntries(entries.map(([path, direction]) => [path, directionOf(direction)]))
}

function directionOf(value: unknown): 1 | -1 {
  const number = numberOf(value)
  if (number === undefined) {
    throw failed(
      `$sort key ordering must be specified using a number or {$meta: 'textScore'}, not ${show(value)}`,
    )
  }
  if (number === 1 || number === -1) return number
  throw failed('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
}

/** `$sort`. Stable, like the cloud's. */
export function sort(spec: unknown): Run {
  const order = sortOf(spec)
  return (docs) => sortDocuments(docs, order, (doc) => doc)
}

/** The number of a `$limit`. */
export function limitOf(spec: unknown): number {
  const number = numberOf(spec)
  if (number === undefined) throw failed('the limit must be specified as a number')
  if (!Number.isFinite(number) || Math.trunc(number) <= 0) throw failed('the limit must be positive')
  return Math.trunc(number)
}

export function limit(spec: unknown): Run {
  const most = limitOf(spec)
  return (docs) => docs.slice(0, most)
}

/** The number of a `$skip`. */
export function skipOf(spec: unknown): number {
  const number = numberOf(spec)
  if (number === undefined) throw failed(`Argument to $skip must be a number not a ${typeName(spec)}`)
  if (!(number >= 0)) throw failed('Argument to $skip cannot be negative')
  return Math.trunc(number)
}

export function skip(spec: unknown): Run {
  const count = skipOf(spec)
  return (docs) => docs.slice(count)
}

/** `$sample`: so many documents by chance, each at most once. */
export function sample(spec: unknown): Run {
  const size = sampleSize(spec)
  return (docs) => {
    const rest = [...docs]
    const chosen: Document[] = []
    while (chosen.length < size && rest.length > 0) {
      chosen.push(...rest.splice(Math.floor(Math.random() * rest.length), 1))
    }
    return chosen
  }
}

function sampleSize(spec: unknown): number {
  if (!isPlainObject(spec)) throw failed('the $sample stage specification must be an object')
  const stray = Object.keys(spec).find((key) => key !== 'size')
  if (stray !== undefined) throw failed(`unrecognized option to $sample: ${stray}`)
  if (!('size' in spec)) throw failed('$sample stage must specify a size')
  const size = numberOf(spec.size)
  if (size === undefined) throw failed('size argument to $sample must be a number')
  if (size < 0) throw failed('size argument to $sample must not be negative')
  return Math.trunc(size)
}

/** `$replaceRoot`: what an expression gives of each document, which must be an object. */
export function replaceRoot(spec: unknown, compiler: Compiler): Run {
  if (!isPlainObject(spec)) {
    throw failed(`expected an object as specification for $replaceRoot stage, got ${typeName(spec)}`)
  }
  const stray = Object.keys(spec).find((key) => key !== 'newRoot')
  if (stray !== undefined) {
    throw failed(`unrecognized option to $replaceRoot stage: ${stray}, only valid option is 'newRoot'.`)
  }
  if (!('newRoot' in spec)) throw failed('no newRoot specified for the $replaceRoot stage')
  const rootOf = compiler.compile(spec.newRoot)
  return (docs, outer) =>
    docs.map((doc) => {
      const root = rootOf(variablesOf(doc, outer))
      if (isPlainObject(root)) return root
      throw failed(
        `'newRoot' expression  must evaluate to an object, but resulting value was: ${show(root)}. ` +
          `Type of resulting value: '${typeName(root)}'. Input document: ${show(doc)}`,
      )
    })
}

/** `$facet`: several pipelines over the same documents, one document out. */
export function facet(spec: unknown, context: StageContext): Run {
  if (!isPlainObject(spec) || Object.keys(spec).length === 0) {
    throw failed('the $facet specification must be a non-empty object')
  }
  const pipelines = Object.entries(spec).map(([name, stages]) => {
    if (name.includes('.') || name.startsWith('$')) {
      throw failed(`FieldPath field names may not contain '.' or start with '$': ${name}`)
    }
    if (!Array.isArray(stages)) {
      throw failed(`arguments to $facet must be arrays, ${name} is type ${typeName(stages)}`)
    }
    const stray = stages.find(
      (stage) => isPlainObject(stage) && ('$facet' in stage || '$geoNear' in stage),
    ) as Document | undefined
    if (stray) throw failed(`${Object.keys(stray)[0] ?? ''} is not allowed to be used within a $facet stage`)
    return [name, context.pipeline(stages, context)] as const
  })
  return (docs, variables) => [
    Object.fromEntries(pipelines.map(([name, run]) => [name, run(docs, variables)])),
  ]
}
