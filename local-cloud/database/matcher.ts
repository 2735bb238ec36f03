import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import { Context } from 'mingo'
import { Lazy } from 'mingo/lazy'
import { Query as MingoQuery } from 'mingo/query'
import { CloudError } from '../errors'
import type { Document, Query, Sort } from './definitions'
import { mendedExpressions } from './expressions'
import { mendedQueries } from './predicates'
import { sortDocuments } from './sorting'
import { isPlainObject } from './wire'

/** Stages that write, or that run script: the cloud has none of them. */
const REFUSED_STAGES = ['$out', '$merge', '$documents', '$densify', '$fill', '$setWindowFields', '$unionWith']

type StageOperators = NonNullable<NonNullable<Parameters<typeof Context.init>[0]>['pipeline']>

/**
 * mingo's operators with ours in place of those that differ from MongoDB's. What is in neither is unknown,
 * and fails by name.
 */
export function operatorContext(ownStages: StageOperators = {}): Context {
  const { $where: _script, $jsonSchema: _schema, ...knownQueries } = queries as Record<string, unknown>
  const knownStages = Object.fromEntries(
    Object.entries(stages).filter(([name]) => !REFUSED_STAGES.includes(name)),
  ) as StageOperators
  const { $function: _function, ...knownExpressions } = expressions as Record<string, unknown>
  const { $accumulator: _accumulator, ...knownAccumulators } = accumulators as Record<string, unknown>
  return Context.init({
    accumulator: knownAccumulators as typeof accumulators,
    expression: { ...knownExpressions, ...mendedExpressions } as unknown as typeof expressions,
    pipeline: { ...knownStages, $sort: sortStage, ...ownStages },
    projection: projections,
    query: { ...knownQueries, ...mendedQueries } as typeof queries,
  })
}

/** One stage of a pipeline, in mingo's form: a lazy list in, a lazy list out. */
export type Stage = (collection: ReturnType<typeof Lazy>, spec: unknown) => ReturnType<typeof Lazy>

/** Gives mingo an operator of ours. */
export function asStage(stage: Stage): StageOperators[`$${string}`] {
  return stage as unknown as StageOperators[`$${string}`]
}

const sortStage = asStage((collection, spec) =>
  collection.transform((docs) => Lazy(sortDocuments(docs as Document[], spec as Sort, (doc) => doc))),
)

const CONTEXT = operatorContext()

/** A compiled query. Throws the cloud's error, naming the operator, when the query isn't understood. */
export class Matcher {
  private readonly compiled: MingoQuery<Document>

  constructor(query: Query) {
    checkShape(query)
    this.compiled = understood(
      () => new MingoQuery<Document>(query, { context: CONTEXT, scriptEnabled: false }),
    )
  }

  /** True when the document fulfils the query. */
  test(doc: Document): boolean {
    return understood(() => this.compiled.test(doc))
  }

  /** The document with only the fields asked for. */
  static project(doc: Document, projection: Document): Document {
    if (Object.keys(projection).length === 0) return doc
    const all = new MingoQuery<Document>({}, { context: CONTEXT, scriptEnabled: false })
    const [projected] = understood(() => all.find<Document>([doc], projection as Record<string, 0 | 1>).all())
    return projected ?? {}
  }
}

/** `{$or: []}` and operators mixed with fields are refused by MongoDB, and let pass by mingo. */
function checkShape(query: Query): void {
  for (const [key, value] of Object.entries(query)) {
    if (['$and', '$or', '$nor'].includes(key)) checkBranches(key, value)
    else if (isPlainObject(value)) checkMixed(value)
  }
}

function checkBranches(key: string, value: unknown): void {
  if (!Array.isArray(value) || value.length === 0) throw badQuery(`${key} must be a nonempty array`)
  for (const branch of value) {
    if (!isPlainObject(branch)) throw badQuery(`${key} entries need to be full objects`)
    checkShape(branch)
  }
}

function checkMixed(value: Document): void {
  const operators = Object.keys(value).filter((key) => key.startsWith('$'))
  if (operators.length === 0 || operators.length === Object.keys(value).length) return
  throw badQuery(`unknown operator: ${Object.keys(value).find((key) => !key.startsWith('$')) ?? ''}`)
}

/** A query the database doesn't understand: errCode -502001 in the SDK. */
export function badQuery(reason: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] (BadValue) ${reason}`)
}

/** Runs mingo, and turns what it throws into the cloud's form. */
export function understood<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CloudError) throw error
    throw badQuery(error instanceof Error ? error.message : String(error))
  }
}
