import { invalidParameter, requestFailed } from '../errors'
import type { Document, Query, Sort } from './definitions'
import type { Engine } from './engine'
import { MOST_ANSWER_BYTES } from './limits'
import type { Transaction } from './transactions'
import { decodeObject, encode, isPlainObject } from './wire'

/** A request of the wire, already parsed: `{action, collectionName, query, …}`. */
export type WireRequest = Record<string, unknown>

/** An answer of the wire; `top` goes beside `data` rather than into it. */
export interface WireAnswer {
  data?: Document
  top?: Document
}

/** Rows a request may ask for: 100 and 1,000 for functions, 20 and 20 for clients (source: the WeChat docs). */
export interface RowLimits {
  usual: number
  most: number
}

export const FUNCTION_ROWS: RowLimits = { usual: 100, most: 1000 }

type Action = (engine: Engine, request: WireRequest, now: number) => Promise<WireAnswer> | WireAnswer

/** The database actions of the wire by name, without `database.` in front. */
export const DATABASE_ACTIONS: Record<string, Action> = {
  addCollection: (engine, request) => {
    engine.catalog.create(collectionOf(request))
    return { data: {} }
  },
  getDocument: async (engine, request, now) => ({
    data: await within(engine, request, (transaction) =>
      getDocument(engine, request, now, FUNCTION_ROWS, transaction),
    ),
  }),
  calculateDocument: (engine, request, now) => ({
    data: { total: engine.count(collectionOf(request), decodeObject(request.query, now)) },
  }),
  aggregateDocuments: (engine, request, now) => ({
    data: { list: engine.aggregate(collectionOf(request), stagesOf(request.stages, now)).map(encode) },
  }),
  insertDocument: async (engine, request, now) => {
    const docs = listOf(request.data).map((doc) => decodeObject(doc, now))
    const insertedIds = await within(engine, request, (transaction) =>
      engine.insert(collectionOf(request), docs, transaction),
    )
    return { data: { insertedIds } }
  },
  modifyDocument: async (engine, request, now) => ({
    data: await within(engine, request, (transaction) => modifyDocument(engine, request, now, transaction)),
  }),
  modifyAndReturnDoc: async (engine, request, now) => {
    const { updated, doc } = await within(engine, request, (transaction) =>
      engine.updateAndReturn(collectionOf(request), {
        query: queryOf(request, now),
        update: decodeObject(request.data, now),
        multi: false,
        transaction,
      }),
    )
    return { data: { updated, doc: doc ? encode(doc) : null } }
  },
  removeDocument: async (engine, request, now) => {
    const deleted = await within(engine, request, (transaction) =>
      engine.remove(collectionOf(request), {
        query: queryOf(request, now),
        multi: request.multi !== false,
        transaction,
      }),
    )
    return { data: { deleted } }
  },
  startTransaction: (engine) => ({ top: { transactionId: engine.startTransaction() }, data: {} }),
  commitTransaction: (engine, request) => {
    engine.commitTransaction(String(request.transactionId))
    return { data: {} }
  },
  abortTransaction: (engine, request) => {
    engine.abortTransaction(String(request.transactionId))
    return { data: {} }
  },
}

/** Reads documents as `getDocument` does, with the row limits of who asks. */
export function getDocument(
  engine: Engine,
  request: WireRequest,
  now: number,
  rows: RowLimits,
  transaction: Transaction | null = null,
): Document {
  const offset = wholeNumber('offset', request.offset, 0)
  const limit = Math.min(wholeNumber('limit', request.limit, rows.usual), rows.most)
  const name = collectionOf(request)
  const query = decodeObject(request.query, now)
  const selection = { query, sort: sortOf(request.order, now), skip: offset, limit, transaction }
  const list = request.projection
    ? engine.find(name, { ...selection, projection: decodeObject(request.projection, now) }).map(encode)
    : engine.findTexts(name, selection)
  return { list: answerable(list), offset, limit }
}

/** Throws when documents, as texts of the wire, are more than an answer may hold. */
function answerable(list: string[]): string[] {
  const size = list.reduce((sum, text) => sum + text.length, 0)
  if (size <= MOST_ANSWER_BYTES) return list
  throw requestFailed(`database query result size exceed limit (${MOST_ANSWER_BYTES / 2 ** 20}MB)`)
}

async function modifyDocument(
  engine: Engine,
  request: WireRequest,
  now: number,
  transaction: Transaction | null,
): Promise<Document> {
  const name = collectionOf(request)
  const query = queryOf(request, now)
  const data = decodeObject(request.data, now)
  if (request.merge === true) {
    if (request.upsert === true) throw requestFailed('an update with upsert is not in the local cloud')
    const multi = request.multi !== false
    return {
      updated: await engine.update(name, { query, update: data, multi, transaction }),
      upsert_id: null,
    }
  }
  const { existed, updated } = await engine.replace(name, query, data, transaction)
  return { updated, upsert_id: existed ? null : query._id }
}

/** The query of a write: without one it is refused (source: the CloudBase docs, HTTP API of the database). */
function queryOf(request: WireRequest, now: number): Query {
  const { query } = request
  if (query === undefined || query === null || query === '')
    throw invalidParameter("param.query can't be empty")
  return decodeObject(query, now)
}

/** The collection a request names. */
export function collectionOf(request: WireRequest): string {
  const { collectionName } = request
  if (typeof collectionName === 'string' && collectionName !== '') return collectionName
  throw invalidParameter('collectionName is missing')
}

/** Does a request's work in its transaction, if it has one; what fails there ends the transaction, as in MongoDB. */
async function within<T>(
  engine: Engine,
  { transactionId }: WireRequest,
  work: (transaction: Transaction | null) => T | Promise<T>,
): Promise<T> {
  if (typeof transactionId !== 'string' || transactionId === '') return await work(null)
  const transaction = engine.transactions.require(transactionId)
  try {
    return await work(transaction)
  } catch (error) {
    engine.transactions.abort(transaction)
    throw error
  }
}

function stagesOf(stages: unknown, now: number): Document[] {
  return listOf(stages).map((stage) => {
    if (!isPlainObject(stage) || typeof stage.stageKey !== 'string')
      throw invalidParameter('a stage needs a stageKey')
    return { [stage.stageKey]: stageValue(stage.stageValue, now) }
  })
}

/** A stage's value is mostly an object, but `$limit` and `$unwind` take a number or a text. */
function stageValue(value: unknown, now: number): unknown {
  return decodeObject(`{"value":${typeof value === 'string' ? value : JSON.stringify(value)}}`, now).value
}

function sortOf(order: unknown, now: number): Sort | null {
  if (order === undefined || order === null || order === '') return null
  const sort = decodeObject(order, now)
  if (Object.values(sort).every((direction) => direction === 1 || direction === -1)) return sort as Sort
  throw requestFailed('(BadValue) bad sort specification')
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value as unknown[]
  throw invalidParameter('an array is expected')
}

function wholeNumber(name: string, value: unknown, usual: number): number {
  if (value === undefined || value === null) return usual
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw invalidParameter(`${name} must be a whole number`)
}
