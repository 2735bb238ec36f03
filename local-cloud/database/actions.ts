import { invalidParameter, requestFailed } from '../errors'
import type { Document, Sort } from './definitions'
import type { Engine } from './engine'
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
  getDocument: (engine, request, now) => ({ data: getDocument(engine, request, now, FUNCTION_ROWS) }),
  calculateDocument: (engine, request, now) => ({
    data: { total: engine.count(collectionOf(request), decodeObject(request.query, now)) },
  }),
  aggregateDocuments: (engine, request, now) => ({
    data: { list: engine.aggregate(collectionOf(request), stagesOf(request.stages, now)).map(encode) },
  }),
  insertDocument: async (engine, request, now) => {
    const docs = listOf(request.data).map((doc) => decodeObject(doc, now))
    const insertedIds = await engine.insert(collectionOf(request), docs, transactionOf(engine, request))
    return { data: { insertedIds } }
  },
  modifyDocument: async (engine, request, now) => ({ data: await modifyDocument(engine, request, now) }),
  modifyAndReturnDoc: async (engine, request, now) => {
    const { updated, doc } = await engine.updateAndReturn(collectionOf(request), {
      query: decodeObject(request.query, now),
      update: decodeObject(request.data, now),
      multi: false,
      transaction: transactionOf(engine, request),
    })
    return { data: { updated, doc: doc ? encode(doc) : null } }
  },
  removeDocument: async (engine, request, now) => {
    const deleted = await engine.remove(collectionOf(request), {
      query: decodeObject(request.query, now),
      multi: request.multi !== false,
      transaction: transactionOf(engine, request),
    })
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
export function getDocument(engine: Engine, request: WireRequest, now: number, rows: RowLimits): Document {
  const offset = wholeNumber('offset', request.offset, 0)
  const limit = Math.min(wholeNumber('limit', request.limit, rows.usual), rows.most)
  const list = engine.find(collectionOf(request), {
    query: decodeObject(request.query, now),
    sort: sortOf(request.order, now),
    skip: offset,
    limit,
    transaction: transactionOf(engine, request),
    ...(request.projection ? { projection: decodeObject(request.projection, now) } : {}),
  })
  return { list: list.map(encode), offset, limit }
}

async function modifyDocument(engine: Engine, request: WireRequest, now: number): Promise<Document> {
  const name = collectionOf(request)
  const transaction = transactionOf(engine, request)
  const query = decodeObject(request.query, now)
  const data = decodeObject(request.data, now)
  if (request.merge === true) {
    if (request.upsert === true) throw requestFailed('an update with upsert is not in the local cloud')
    const multi = request.multi !== false
    return {
      updated: await engine.update(name, { query, update: data, multi, transaction }),
      upsert_id: null,
    }
  }
  const existed = await engine.replace(name, query, data, transaction)
  return existed ? { updated: 1, upsert_id: null } : { updated: 0, upsert_id: query._id }
}

/** The collection a request names. */
export function collectionOf(request: WireRequest): string {
  const { collectionName } = request
  if (typeof collectionName === 'string' && collectionName !== '') return collectionName
  throw invalidParameter('collectionName is missing')
}

function transactionOf(engine: Engine, request: WireRequest): Transaction | null {
  const { transactionId } = request
  return typeof transactionId === 'string' && transactionId !== ''
    ? engine.transactions.require(transactionId)
    : null
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
  return decodeObject(order, now) as Sort
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
