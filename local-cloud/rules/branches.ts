import { conditionsOf, type Condition } from '../database/conditions'
import type { Query } from '../database/definitions'

const MOST_BRANCHES = 256

/**
 * The ways a document can fulfil a query: one list of conditions for each combination of its `$or` branches;
 * a document found by the query fulfils all conditions of at least one list. `$nor`, `$expr`, and their like
 * only narrow what is found, and are left out. Null when there are more than 256 ways.
 */
export function branchesOf(query: Query): Condition[][] | null {
  const { all, alternatives } = conditionsOf(query)
  let branches = [all]
  for (const options of alternatives) {
    const inner = options.map(branchesOf)
    const choices = inner.flatMap((choice) => choice ?? [])
    if (inner.includes(null) || branches.length * choices.length > MOST_BRANCHES) return null
    branches = branches.flatMap((branch) => choices.map((choice) => [...branch, ...choice]))
  }
  return branches
}
