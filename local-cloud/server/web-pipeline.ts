import type { WireRequest } from '../database/actions'
import type { Document, Query } from '../database/definitions'
import { decodeObject, encode, isPlainObject } from '../database/wire'
import { invalidParameter } from '../errors'
import { denied, type Permit } from '../rules/rule-book'

/** Results of a client's pipeline that has no `$limit` of its own. */
const USUAL_ROWS = 20

/** Permits a query on a collection; throws -502003. */
type Read = (collection: string, query: Query) => Permit

interface Stage {
  name: string
  value: unknown
}

/**
 * A client's pipeline as it may run: its leading `$match` (or the `query` of `$geoNear`) is the query that the
 * rule is asked about, and gives at most 20 results unless it has a `$limit`. Other collections may be joined
 * only where a client may read all of them. Throws -502003.
 */
export function clientPipeline(collection: string, stages: unknown, now: number, read: Read): WireRequest[] {
  if (!Array.isArray(stages)) throw invalidParameter('an array is expected')
  const asked = stages.map((stage) => stageOf(stage, now))
  for (const name of collectionsIn(asked.map(({ value, name: key }) => ({ [key]: value })))) {
    if (!read(name, {}).isOpen) throw denied()
  }
  const [first, ...rest] = asked
  const ready = [...permitted(first, (query) => read(collection, query).query), ...rest]
  if (!ready.some(({ name }) => name === '$limit')) ready.push({ name: '$limit', value: USUAL_ROWS })
  return ready.map(({ name, value }) => ({ stageKey: name, stageValue: textOf(value) }))
}

function permitted(first: Stage | undefined, narrow: (query: Query) => Query): Stage[] {
  if (first?.name === '$match') return [{ name: '$match', value: narrow(objectOf(first.value)) }]
  if (first?.name === '$geoNear') {
    const spec = objectOf(first.value)
    return [{ name: '$geoNear', value: { ...spec, query: narrow(objectOf(spec.query ?? {})) } }]
  }
  const query = narrow({})
  const match = Object.keys(query).length > 0 ? [{ name: '$match', value: query }] : []
  return first ? [...match, first] : match
}

function stageOf(stage: unknown, now: number): Stage {
  if (!isPlainObject(stage) || typeof stage.stageKey !== 'string')
    throw invalidParameter('a stage needs a stageKey')
  const { stageKey, stageValue } = stage
  const text = typeof stageValue === 'string' ? stageValue : JSON.stringify(stageValue)
  return { name: stageKey, value: decodeObject(`{"value":${text}}`, now).value }
}

/** An object's EJSON, or the JSON of the number or text that some stages take. */
function textOf(value: unknown): string {
  return isPlainObject(value) ? encode(value) : JSON.stringify(value)
}

/** The collections that stages join, in nested pipelines too. */
function collectionsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(collectionsIn)
  if (!isPlainObject(value)) return []
  const own = [
    joined(value.$lookup, 'from'),
    joined(value.$graphLookup, 'from'),
    joined(value.$unionWith, 'coll'),
  ]
  return [...own.flat(), ...Object.values(value).flatMap(collectionsIn)]
}

function joined(spec: unknown, key: string): string[] {
  if (typeof spec === 'string') return [spec]
  return isPlainObject(spec) && typeof spec[key] === 'string' ? [spec[key]] : []
}

function objectOf(value: unknown): Document {
  if (isPlainObject(value)) return value
  throw invalidParameter('an object is expected')
}
