import { CloudError } from '../errors'
import type { Catalog, Collection } from './catalog'
import { fieldsOf } from './conditions'
import type { Document, Query, Sort } from './definitions'
import { byDistance, splitNear } from './geo/near'
import { onlyGeoPath } from './geo/near-plan'
import { Matcher } from './matcher'
import { orderKey } from './order-key'
import { planQuery, servedBy, type Plan } from './planner'
import { candidates } from './scan'
import { sortDocuments } from './sorting'
import type { Store } from './store'
import type { Transaction, Transactions } from './transactions'
import { documentName } from './writer'
import { decodeStored, encode } from './wire'

/** A document that was found, with the order key of its id. */
export interface Found {
  id: Buffer
  doc: Document
  /** It as canonical EJSON. */
  text: string
}

/** A document as it is stored, read only when somebody looks into it. */
class StoredFound implements Found {
  private read: Document | null = null

  constructor(
    readonly id: Buffer,
    readonly text: string,
  ) {}

  get doc(): Document {
    return (this.read ??= decodeStored(this.text))
  }
}

/** A document that a transaction has written and not yet committed. */
class OwnFound implements Found {
  constructor(
    readonly id: Buffer,
    readonly doc: Document,
  ) {}

  get text(): string {
    return encode(this.doc)
  }
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

  /** True when there is a collection of that name. */
  has(name: string): boolean {
    return this.catalog.list().some((collection) => collection.name === name)
  }

  /** The documents of a selection. Throws -502005 without the collection, -502001 for a query not understood. */
  select(name: string, selection: Selection): Found[] {
    const collection = this.catalog.require(name)
    const id = soleId(selection)
    if (id !== null) return this.selectById(collection, id, selection)
    const sort = selection.sort && Object.keys(selection.sort).length > 0 ? selection.sort : null
    const { near, rest } = splitNear(selection.query)
    const matcher = new Matcher(rest)
    const plan = this.plan(collection, selection.query, sort)
    if (!selection.mayScan) this.refuseScan(collection, selection.query, plan)
    const { skip = 0, limit = Infinity, transaction = null } = selection
    const overlay = transaction
      ? this.transactions.overlay(transaction, collection)
      : new Map<string, never>()
    const isOrdered = (sort === null || plan.order !== null) && overlay.size === 0
    const found: Found[] = []
    const wanted = isOrdered ? skip + limit : Infinity
    for (const { id, body } of candidates(this.store, collection.id, plan, wanted)) {
      if (overlay.size > 0 && overlay.has(documentName(collection, id))) continue
      const stored = new StoredFound(id, body)
      if (!matcher.test(stored.doc)) continue
      found.push(stored)
      if (found.length >= wanted) break
    }
    for (const { id, body, own } of overlay.values()) {
      const seen = own ? new OwnFound(id, own) : body === null ? null : new StoredFound(id, body)
      if (seen && matcher.test(seen.doc)) found.push(seen)
    }
    const placed = near && overlay.size > 0 ? byDistance(found, near, ({ doc }) => doc) : found
    const sorted = sort && !isOrdered ? sortDocuments(placed, sort, ({ doc }) => doc) : placed
    return sorted.slice(skip, skip + limit)
  }

  /** How many documents match, one looked at after the other: none is kept. */
  count(name: string, { query, mayScan = false }: Pick<Selection, 'query' | 'mayScan'>): number {
    const collection = this.catalog.require(name)
    const matcher = new Matcher(query)
    const plan = this.plan(collection, query, null)
    if (!mayScan) this.refuseScan(collection, query, plan)
    if (Object.keys(query).length === 0) return this.store.count(collection.id)
    let count = 0
    for (const { body } of candidates(this.store, collection.id, plan, Infinity)) {
      if (matcher.test(decodeStored(body))) count++
    }
    return count
  }

  private selectById(collection: Collection, id: string, { skip = 0, limit = 1 }: Selection): Found[] {
    const stored = this.store.byId(collection.id, orderKey(id))
    return stored && skip === 0 && limit > 0 ? [new StoredFound(stored.id, stored.body)] : []
  }

  /** The path of a collection's only geo index; throws MongoDB's error when there is none or more than one. */
  geoPath(name: string): string {
    return onlyGeoPath(name, this.catalog.require(name).indexes)
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

/**
 * The id that is all a query asks for, outside of transactions; null where there is more to it. Most calls are of this
 * kind, and need no plan. Only strings: of those, order keys are equal just when the ids are.
 */
function soleId({ query, transaction }: Selection): string | null {
  const { _id: id } = query
  return !transaction && typeof id === 'string' && Object.keys(query).length === 1 ? id : null
}
