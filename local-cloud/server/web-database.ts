import {
  collectionOf,
  DATABASE_ACTIONS,
  getDocument,
  type WireAnswer,
  type WireRequest,
} from '../database/actions'
import type { Document, Query } from '../database/definitions'
import { decodeObject, encode } from '../database/wire'
import { invalidParameter } from '../errors'
import { askerOf, type Asker } from '../rules/asker'
import { denied, type Permit, type Request } from '../rules/rule-book'
import type { CloudParts } from './cloud-parts'
import { clientPipeline } from './web-pipeline'

const CLIENT_ROWS = { usual: 20, most: 20 }

/** One request of a client, with who asks. */
interface Call {
  parts: CloudParts
  wire: WireRequest
  asker: Asker
}

type Answer = WireAnswer | Promise<WireAnswer>

/** What clients may do with the database; the rules decide on each. Transactions are for functions only. */
const ACTIONS: Record<string, (call: Call) => Answer> = {
  'database.getDocument': (call) => {
    const { parts, wire, asker } = call
    const { query } = permit(call, 'read')
    return { data: getDocument(parts.engine, { ...wire, query }, asker.now, CLIENT_ROWS) }
  },
  'database.calculateDocument': (call) =>
    run(call, 'calculateDocument', { query: permit(call, 'read').query }),
  'database.aggregateDocuments': (call) => {
    const { parts, wire, asker } = call
    const collection = collectionOf(wire)
    const read = (name: string, query: Query): Permit =>
      parts.rules.permit({ operation: 'read', collection: name, query }, asker)
    return run(call, 'aggregateDocuments', {
      stages: clientPipeline(collection, wire.stages, asker.now, read),
    })
  },
  'database.insertDocument': (call) => {
    const { parts, wire, asker } = call
    const docs = Array.isArray(wire.data) ? (wire.data as unknown[]) : []
    if (docs.length !== 1) throw invalidParameter('clients add one document at a time')
    const doc = parts.rules.permitCreate(collectionOf(wire), decodeObject(docs[0], asker.now), asker)
    return run(call, 'insertDocument', { data: [encode(doc)] })
  },
  'database.modifyDocument': (call) => (call.wire.merge === true ? update(call) : set(call)),
  'database.removeDocument': (call) => run(call, 'removeDocument', { query: permit(call, 'delete').query }),
}

/** The database action of a client by its wire name; undefined when clients have none of that name. */
export function clientDatabaseAction(
  action: string,
): ((parts: CloudParts, wire: WireRequest, openid: string) => Answer) | undefined {
  const work = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined
  if (!work) return undefined
  return (parts, wire, openid) => {
    if (wire.transactionId) throw invalidParameter('clients have no transactions')
    return work({ parts, wire, asker: askerOf(parts.engine, openid, parts.clock.now()) })
  }
}

function permit({ parts, wire, asker }: Call, operation: Request['operation'], data?: Document): Permit {
  const query = decodeObject(wire.query, asker.now)
  return parts.rules.permit(
    { operation, collection: collectionOf(wire), query, ...(data && { data }) },
    asker,
  )
}

function run({ parts, wire, asker }: Call, name: string, changes: WireRequest): Answer {
  const action = DATABASE_ACTIONS[name]
  if (!action) throw invalidParameter(`clients have no action 'database.${name}'`)
  return action(parts.engine, { ...wire, ...changes }, asker.now)
}

function update(call: Call): Answer {
  const { parts, wire, asker } = call
  const data = parts.rules.fillUpdate(decodeObject(wire.data, asker.now), asker.openid)
  const { query } = permit(call, 'update', data)
  return run(call, 'modifyDocument', { query, data, upsert: false })
}

/** `doc().set()`: replaces a document under the rule for updates, or makes it under the one for new documents. */
function set(call: Call): Answer {
  const { parts, wire, asker } = call
  const { _id: id } = decodeObject(wire.query, asker.now)
  if (typeof id !== 'string' && typeof id !== 'number') throw invalidParameter('set needs a document id')
  const collection = collectionOf(wire)
  const doc = decodeObject(wire.data, asker.now)
  const [known] = parts.engine.find(collection, { query: { _id: id }, limit: 1 })
  if (!known) {
    const made = parts.rules.permitCreate(collection, doc, asker)
    return run(call, 'modifyDocument', { query: { _id: id }, data: made })
  }
  const filled = parts.rules.fillUpdate({ $set: doc }, asker.openid).$set as Document
  const { query } = permit(call, 'update', filled)
  const [own] = parts.engine.find(collection, { query, limit: 1 })
  if (!own) throw denied()
  const owner = '_openid' in known ? { _openid: known._openid } : {}
  return run(call, 'modifyDocument', { query: { _id: id }, data: { ...filled, ...owner } })
}
