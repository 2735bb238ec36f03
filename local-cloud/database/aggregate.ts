import { Aggregator } from 'mingo/aggregator'
import type { Options } from 'mingo/types'
import type { Document, Query } from './definitions'
import { asStage, operatorContext, understood } from './matcher'
import { leavesAt, withElements } from './paths'
import type { Reader } from './reader'
import { rewriteStages } from './stages'
import { isPlainObject } from './wire'

/**
 * Runs a pipeline. A leading `$match` (and the `$sort` and `$limit` after it) goes through the indexes; `$lookup`
 * finds its documents through them too. Throws the cloud's error, naming what it doesn't know.
 */
export function aggregate(reader: Reader, name: string, stages: Document[]): Document[] {
  const { selection, rest } = leading(rewriteStages(stages))
  const source = reader.select(name, selection).map(({ doc }) => doc)
  const context = operatorContext({ $lookup: lookupStage(reader) })
  const options: Partial<Options> = { context, scriptEnabled: false }
  return understood(() => new Aggregator(rest, options).run<Document>(source))
}

interface Leading {
  selection: { query: Query; sort: Record<string, 1 | -1> | null; limit?: number }
  rest: Document[]
}

/** `$match`, then `$sort`, then `$limit` at the head of a pipeline are one indexed query. */
function leading(stages: Document[]): Leading {
  const rest = [...stages]
  const query = takeStage(rest, '$match')
  const sort = takeStage(rest, '$sort')
  const limit = sort || query ? takeStage(rest, '$limit') : undefined
  return {
    selection: {
      query: (query as Query | undefined) ?? {},
      sort: (sort as Record<string, 1 | -1> | undefined) ?? null,
      ...(typeof limit === 'number' ? { limit } : {}),
    },
    rest,
  }
}

function takeStage(stages: Document[], name: string): unknown {
  const [first] = stages
  if (!first || !(name in first)) return undefined
  stages.shift()
  return first[name]
}

interface Lookup {
  from: string
  as: string
  localField?: string
  foreignField?: string
  let?: Document
  pipeline?: Document[]
}

function lookupStage(reader: Reader): ReturnType<typeof asStage> {
  return asStage((collection, spec) => {
    const lookup = checkLookup(spec)
    return collection.map((doc) => {
      const outer = doc as Document
      return { ...outer, [lookup.as]: joined(reader, lookup, outer) }
    })
  })
}

function checkLookup(spec: unknown): Lookup {
  if (!isPlainObject(spec)) throw new Error('$lookup needs an object')
  const known = ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline']
  const stray = Object.keys(spec).find((key) => !known.includes(key))
  if (stray !== undefined) throw new Error(`unknown argument to $lookup: ${stray}`)
  const { from, as, localField, foreignField, pipeline } = spec
  if (typeof from !== 'string' || typeof as !== 'string') throw new Error("$lookup needs 'from' and 'as'")
  if ((localField === undefined) !== (foreignField === undefined) || (!pipeline && !localField)) {
    throw new Error("$lookup needs either 'pipeline' or both 'localField' and 'foreignField'")
  }
  return spec as unknown as Lookup
}

function joined(reader: Reader, lookup: Lookup, outer: Document): Document[] {
  const context = operatorContext({ $lookup: lookupStage(reader) })
  const variables = lookup.let
    ? (new Aggregator([{ $replaceWith: lookup.let }], { context }).run<Document>([outer])[0] ?? {})
    : {}
  const stages = rewriteStages(lookup.pipeline ?? [])
  const conditions: Query[] = []
  if (lookup.localField !== undefined && lookup.foreignField !== undefined) {
    const values = leavesAt(outer, lookup.localField).flatMap(withElements)
    conditions.push({ [lookup.foreignField]: { $in: values.map((value) => value ?? null) } })
  }
  const match = stages[0]?.$match
  if (isPlainObject(match)) conditions.push(narrowing(match, variables))
  const query = conditions.length > 1 ? { $and: conditions } : (conditions[0] ?? {})
  const docs = reader.select(lookup.from, { query }).map(({ doc }) => doc)
  return new Aggregator(stages, { context, variables, scriptEnabled: false }).run<Document>(docs)
}

/** The part of a joined `$match` that an index may serve: its plain fields, and `$eq` with a variable in `$expr`. */
function narrowing(match: Query, variables: Document): Query {
  const { $expr, ...plain } = match
  const equalities = [...exprEqualities($expr, variables)]
  return equalities.length > 0 ? { $and: [plain, ...equalities] } : plain
}

function* exprEqualities(expr: unknown, variables: Document): Generator<Query> {
  if (!isPlainObject(expr)) return
  if (Array.isArray(expr.$and)) for (const part of expr.$and) yield* exprEqualities(part, variables)
  if (!Array.isArray(expr.$eq) || expr.$eq.length !== 2) return
  const [a, b] = expr.$eq as unknown[]
  const equality = fieldEquals(a, b, variables) ?? fieldEquals(b, a, variables)
  if (equality) yield equality
}

function fieldEquals(field: unknown, other: unknown, variables: Document): Query | null {
  if (typeof field !== 'string' || !/^\$[^$]/.test(field)) return null
  if (typeof other !== 'string') return isPlainObject(other) ? null : { [field.slice(1)]: other }
  if (!other.startsWith('$')) return { [field.slice(1)]: other }
  const name = other.slice(2)
  if (!other.startsWith('$$') || !Object.hasOwn(variables, name)) return null
  return { [field.slice(1)]: { $eq: variables[name] ?? null } }
}
