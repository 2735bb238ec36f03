import type { Asker } from '../../../local-cloud/rules/asker'
import { RuleBook, type Permit } from '../../../local-cloud/rules/rule-book'
import type { CollectionRule, Document, Query } from '../../../local-cloud/database/definitions'

/** The cloud's time for rules, in ms. */
export const NOW = 1_000_000
/** The rules of one collection, `c`. */
export const bookOf = (rule: CollectionRule): RuleBook => new RuleBook([{ name: 'c', rule, indexes: [] }])
/** Documents that `get` finds, by `collection/id`. */
export type Shelf = Record<string, Document>
/** Somebody who asks. */
export const askerOf = (openid: string, shelf: Shelf = {}): Asker => ({
  openid,
  now: NOW,
  read: (collection, id) => shelf[`${collection}/${id}`] ?? null,
})
const permit = (rule: CollectionRule, query: Query, openid = 'me', shelf: Shelf = {}): Permit =>
  bookOf(rule).permit({ operation: 'read', collection: 'c', query }, askerOf(openid, shelf))
/** False when the platform's permission error is thrown; any other error fails the test. */
export const isAllowed = (work: () => unknown): boolean => {
  try {
    work()
    return true
  } catch (error) {
    expect(error).toMatchObject({ code: 'DATABASE_PERMISSION_DENIED' })
    return false
  }
}
/** Whether a client may read what a query finds. */
export const may = (rule: CollectionRule, query: Query, openid = 'me', shelf: Shelf = {}): boolean =>
  isAllowed(() => permit(rule, query, openid, shelf))
