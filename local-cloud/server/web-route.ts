import type { IncomingMessage, ServerResponse } from 'node:http'
import { collectionOf, getDocument, type WireAnswer, type WireRequest } from '../database/actions'
import { decodeObject } from '../database/wire'
import { CloudError, invalidParameter } from '../errors'
import { checkPayload, FunctionError } from '../functions/function-host'
import type { Persona } from '../personas/persona-book'
import { STORAGE_ACTIONS } from '../storage/actions'
import type { CloudParts } from './cloud-parts'
import { baseOf, newRequestId, parseJson, readBody, sendError, sendJson, suffer } from './exchange'

const MOST_BYTES = 2 * 1024 * 1024
const CLIENT_ROWS = { usual: 20, most: 20 }

interface ClientAnswer extends WireAnswer {
  requestId?: string
}

type Action = (
  parts: CloudParts,
  wire: WireRequest,
  persona: Persona,
  request: IncomingMessage,
) => Promise<ClientAnswer> | ClientAnswer

/** `/web`: what clients speak. Who they are is in the token of the header and nowhere else. */
export async function webRoute(
  parts: CloudParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = newRequestId()
  try {
    const persona = signedIn(parts, request)
    const wire = parseJson(await readBody(request, MOST_BYTES))
    await suffer(parts.faults)
    const action = String(wire.action ?? '')
    const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined
    if (!run) throw invalidParameter(`clients have no action '${action}'`)
    const { data, requestId: own } = await run(parts, wire, persona, request)
    sendJson(response, { requestId: own ?? requestId, data })
  } catch (error) {
    const failed = error instanceof FunctionError ? new CloudError(error.code, error.message) : error
    sendError(response, failed, error instanceof FunctionError ? error.requestId : requestId)
  }
}

function signedIn(parts: CloudParts, request: IncomingMessage): Persona {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const persona = token === undefined ? undefined : parts.personas.byToken(token)
  if (persona) return persona
  throw new CloudError('INVALID_REQUEST_SOURCE', 'nobody is signed in: the token is missing or unknown')
}

const ACTIONS: Record<string, Action> = {
  'functions.invokeFunction': callFunction,
  'database.getDocument': (parts, wire, { openid }) => {
    const now = parts.clock.now()
    const query = readable(parts, wire, openid)
    return { data: getDocument(parts.engine, { ...wire, query, transactionId: undefined }, now, CLIENT_ROWS) }
  },
  'database.calculateDocument': (parts, wire, { openid }) => ({
    data: { total: parts.engine.count(collectionOf(wire), readable(parts, wire, openid)) },
  }),
  'storage.getUploadMetadata': storage('getUploadMetadata'),
  'storage.batchGetDownloadUrl': storage('batchGetDownloadUrl'),
  'storage.batchDeleteFile': storage('batchDeleteFile'),
  'local.consent': (parts, wire, { openid }) => {
    const ids = Array.isArray(wire.templateIds) ? (wire.templateIds as unknown[]) : []
    for (const id of ids) parts.consents.grant(openid, String(id))
    return { data: {} }
  },
  'local.phoneCode': (parts, _wire, { phone }) => ({ data: { code: parts.apis.phoneCodes.issue(phone) } }),
}

function readable(parts: CloudParts, wire: WireRequest, openid: string): Record<string, unknown> {
  const query = decodeObject(wire.query, parts.clock.now())
  return parts.rules.readable(collectionOf(wire), query, openid)
}

function storage(name: string): Action {
  return (parts, wire, { openid }, request) => {
    const run = STORAGE_ACTIONS[name]
    if (!run) throw invalidParameter(`clients have no action 'storage.${name}'`)
    return run(parts.files, wire, { openid, base: baseOf(request), isClient: true })
  }
}

async function callFunction(
  parts: CloudParts,
  wire: WireRequest,
  { openid }: Persona,
): Promise<ClientAnswer> {
  const data: unknown = wire.request_data ? JSON.parse(String(wire.request_data)) : {}
  checkPayload(data)
  const caller = { openid, source: 'wx_client' }
  const { result, requestId } = await parts.functions.call(String(wire.function_name), data, caller)
  return { requestId, data: { response_data: result } }
}
