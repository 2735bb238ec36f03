import { CloudError } from '../errors'
import type { Catalog, Collection } from './catalog'
import { fieldsOf } from './conditions'
import type { Document, Query, Sort } from './definitions'
import { Matcher } from './matcher'
import { planQuery, servedBy, type Plan } from './planner'
import { candidates } from './scan'
import { sortDocuments } from './sorting'
import type { Store } from './store'
import type { Transaction, Transactions } from './transactions'
import { documentName } from './writer'
import { decodeStored } from './wire'

/** A document that was found, with the order key of its id. */
export interface Found {
  id: Buffer
  doc: Document
}

/** What to find, in which order, and how much of it. */
export interface Selection {
  query: Query
  sort?: Sort | null
  skip?: number
  limit?: number
  transaction?: Transaction | null
  /** Lifts strict mode, for the host program. */
  mayScan?: boolean
}

/** Reads documents through plans. In strict mode it refuses a query that no index serves. */
export class Reader {
  constructor(
    private readonly store: Store,
    private readonly catalog: Catalog,
    private readonly transactions: Transactions,
    private readonly strict: boolean,
  ) {}

  /** The plan of a query. */
  plan(collection: Collection, query: Query, sort: Sort | null): Plan {
    return planQuery(query, sort, collection.indexes)
  }

  /** The documents of a selection. Throws -502005 without the collection, -502001 for a query not understood. */
  select(name: string, selection: Selection): Found[] {
    const collection = this.catalog.require(name)
    const sort = selection.sort && Object.keys(selection.sort).length > 0 ? selection.sort : null
    const matcher = new Matcher(selection.query)
    const plan = this.plan(collection, selection.query, sort)
    if (!selection.mayScan) this.refuseScan(collection, selection.query, plan)
    const { skip = 0, limit = Infinity, transaction = null } = selection
    const overlay = transaction
      ? this.transactions.overlay(transaction, collection)
      : new Map<string, never>()
    const isOrdered = (sort === null || plan.order !== null) && overlay.size === 0
    const found: Found[] = []
    for (const { id, body } of candidates(this.store, collection.id, plan)) {
      if (overlay.size > 0 && overlay.has(documentName(collection, id))) continue
      const doc = decodeStored(body)
      if (!matcher.test(doc)) continue
      found.push({ id, doc })
      if (isOrdered && found.length >= skip + limit) break
    }
    for (const { id, body, own } of overlay.values()) {
      const doc = own ?? (body === null ? null : decodeStored(body))
      if (doc && matcher.test(doc)) found.push({ id, doc })
    }
    const sorted = sort && !isOrdered ? sortDocuments(found, sort, ({ doc }) => doc) : found
    return sorted.slice(skip, skip + limit)
  }

  /** The index that serves a query: its name, '_id', or null. */
  explain(name: string, query: Query, sort: Sort | null): string | null {
    return servedBy(this.plan(this.catalog.require(name), query, sort))
  }

  private refuseScan(collection: Collection, query: Query, plan: Plan): void {
    if (!this.strict || plan.kind !== 'scan') return
    const fields = fieldsOf(query)
    const what = fields.length > 0 ? `a query by ${fields.join(', ')}` : 'a query without conditions'
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `[FailedOperation] strict: no index of ${collection.name} serves ${what}; add one to its definition`,
    )
  }
}
