import type { IncomingMessage, ServerResponse } from 'node:http'
import type { WireAnswer, WireRequest } from '../database/actions'
import { CloudError, invalidParameter } from '../errors'
import { kindOfAction } from '../faults/faults'
import { FunctionError } from '../functions/function-host'
import type { Persona } from '../personas/persona-book'
import { STORAGE_ACTIONS } from '../storage/actions'
import type { CloudParts } from './cloud-parts'
import { baseOf, newRequestId, parseJson, readBody, sendError, sendJson } from './exchange'
import { clientDatabaseAction } from './web-database'

const MOST_BYTES = 2 * 1024 * 1024

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
    const action = String(wire.action ?? '')
    const run = actionOf(action)
    if (!run) throw invalidParameter(`clients have no action '${action}'`)
    parts.visits.note(persona.openid)
    const work = (): Promise<ClientAnswer> | ClientAnswer => run(parts, wire, persona, request)
    const { data, requestId: own } = await parts.dial.around('client', kindOfAction(action), work)
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

function actionOf(name: string): Action | undefined {
  const database = clientDatabaseAction(name)
  if (database) return (parts, wire, { openid }) => database(parts, wire, openid)
  return Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
}

const ACTIONS: Record<string, Action> = {
  'functions.invokeFunction': callFunction,
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
  const caller = { openid, source: 'wx_client' }
  const { result, requestId } = await parts.functions.call(String(wire.function_name), data, caller, 'client')
  return { requestId, data: { response_data: result } }
}
