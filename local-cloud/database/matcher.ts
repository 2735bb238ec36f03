import * as queries from 'mingo/operators/query'
import { Context } from 'mingo'
import { Query as MingoQuery } from 'mingo/query'
import type { Options } from 'mingo/types'
import { CloudError } from '../errors'
import { exprTest, type ExprScope } from './aggregation/expr-query'
import type { Variables } from './aggregation/operator'
import type { Document, Query } from './definitions'
import { mendedQueries } from './predicates'
import { checkShape } from './query-shape'

const { $where: _script, $jsonSchema: _schema, ...knownQueries } = queries as Record<string, unknown>

const expr = (_path: string, expression: unknown, options: Options): ((doc: unknown) => boolean) =>
  exprTest(expression, options.variables as unknown as ExprScope)

/**
 * mingo's operators with ours in place of those that differ from MongoDB's. What is in neither is unknown,
 * and fails by name.
 */
const CONTEXT = Context.init({
  query: { ...knownQueries, ...mendedQueries, $expr: expr } as typeof queries,
})

/** A compiled query. Throws the cloud's error, naming the operator, when the query isn't understood. */
export class Matcher {
  private readonly compiled: MingoQuery<Document>
  private readonly scope: ExprScope

  /** `names` are the variables that `$expr` may use. */
  constructor(query: Query, names: readonly string[] = []) {
    this.scope = { names, current: {} }
    const variables = this.scope as unknown as Record<string, unknown>
    this.compiled = understood(() => {
      checkShape(query)
      return new MingoQuery<Document>(query, { context: CONTEXT, scriptEnabled: false, variables })
    })
  }

  /** True when the document fulfils the query. */
  test(doc: Document, variables: Variables = {}): boolean {
    this.scope.current = variables
    return understood(() => this.compiled.test(doc))
  }
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
    const reason = error instanceof Error ? error.message : String(error)
    throw badQuery(reason.replace(/^unknown query operator /, 'unknown operator: '))
  }
}
