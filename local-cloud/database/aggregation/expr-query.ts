import { compilerOf, variablesOf } from './expression'
import type { Variables } from './operator'
import { isTrue } from './values'
import type { Document } from '../definitions'

/** The variables that a query's `$expr` may name, and what they are while a document is tested. */
export interface ExprScope {
  names: readonly string[]
  current: Variables
}

/** `{$expr: …}`: holds where the expression is true of the document. */
export function exprTest(expression: unknown, scope: ExprScope): (doc: unknown) => boolean {
  const evaluate = compilerOf(scope.names).compile(expression)
  return (doc) => isTrue(evaluate(variablesOf(doc as Document, scope.current)))
}
