import type { IncomingMessage, ServerResponse } from 'node:http'
import { DATABASE_ACTIONS, type WireAnswer, type WireRequest } from '../database/actions'
import { CloudError } from '../errors'
import { kindOfAction } from '../faults/faults'
import { callerBehind, FunctionError } from '../functions/function-host'
import { callApi, NOT_PERMITTED } from '../openapi/apis'
import { decodeCall, encodeAnswer, parseMultipart } from '../openapi/wire-format'
import { STORAGE_ACTIONS } from '../storage/actions'
import type { CloudParts } from './cloud-parts'
import { baseOf, isLoopback, newRequestId, parseJson, readBody, sendError, sendJson } from './exchange'

const MOST_BYTES = 20 * 1024 * 1024

/**
 * `/admin`: what the server SDK speaks. It may do everything, so it answers this machine only, and no web page
 * (the SDK never sends an Origin).
 */
export async function adminRoute(
  parts: CloudParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const requestId = newRequestId()
  try {
    if (!isLoopback(request) || request.headers.origin) {
      throw new CloudError('INVALID_REQUEST_SOURCE', '/admin is for functions on this machine')
    }
    const body = await readBody(request, MOST_BYTES)
    const contentType = request.headers['content-type'] ?? ''
    if (contentType.startsWith('multipart/')) return await openApi(parts, body, contentType, response)
    const wire = parseJson(body)
    const kind = kindOfAction(String(wire.action ?? ''))
    const { top, data } = await parts.dial.around('function', kind, () => dispatch(parts, wire, request))
    sendJson(response, { requestId, ...top, data })
  } catch (error) {
    const failed = error instanceof FunctionError ? new CloudError(error.code, error.message) : error
    sendError(response, failed, error instanceof FunctionError ? error.requestId : requestId)
  }
}

async function openApi(
  parts: CloudParts,
  body: Buffer,
  contentType: string,
  response: ServerResponse,
): Promise<void> {
  const form = parseMultipart(body, contentType)
  const action = form.action?.toString() ?? ''
  if (action !== 'wx.openApi') throw unknownAction(action)
  const name = form.apiName?.toString() ?? ''
  const args = decodeCall(form.requestData ?? Buffer.alloc(0))
  const invocation = parts.functions.log.byTokenOf(form.wxCloudApiToken?.toString())
  const mayCall = !invocation || parts.functions.mayCall(invocation.name, name)
  const answer = await parts.dial.around('function', 'openapi', () =>
    mayCall ? callApi(name, args, parts.apis) : NOT_PERMITTED,
  )
  response.writeHead(200, { 'content-type': 'application/octet-stream' })
  response.end(encodeAnswer(answer))
}

async function dispatch(parts: CloudParts, wire: WireRequest, request: IncomingMessage): Promise<WireAnswer> {
  const action = String(wire.action ?? '')
  const [room = '', name = ''] = action.split('.')
  if (room === 'database') {
    const run = DATABASE_ACTIONS[name]
    if (run) return await watched(parts, name, wire, () => run(parts.engine, wire, parts.clock.now()))
  }
  if (room === 'storage') {
    const run = STORAGE_ACTIONS[name]
    if (run) return run(parts.files, wire, { openid: '', base: baseOf(request), isClient: false })
  }
  if (action === 'functions.invokeFunction') return await invoke(parts, wire, request)
  throw unknownAction(action)
}

/** Notes in the log of the running call what it does with the database. */
async function watched(
  { functions, strayWrites }: CloudParts,
  action: string,
  wire: WireRequest,
  work: () => Promise<WireAnswer> | WireAnswer,
): Promise<WireAnswer> {
  const invocation = functions.log.byTokenOf(wire.wxCloudApiToken)
  if (!invocation) return await work()
  invocation.roundTrips++
  const warning = strayWrites.warningOf(invocation, invocation.name, action, wire)
  if (warning !== null) invocation.lines.push({ level: 'warn', text: warning })
  const answer = await work()
  strayWrites.note(invocation, answer)
  return answer
}

/** A call from one function to another: who is calling stays who it was. */
async function invoke(parts: CloudParts, wire: WireRequest, request: IncomingMessage): Promise<WireAnswer> {
  const source = String(request.headers['x-tcb-source'] ?? '').replace(/^,+|,+$/g, '')
  const caller = callerBehind(parts.functions.log, wire.wxCloudApiToken, source)
  const data: unknown = wire.request_data ? JSON.parse(String(wire.request_data)) : {}
  const { result } = await parts.functions.call(String(wire.function_name), data, caller, 'function')
  return { data: { response_data: result } }
}

function unknownAction(action: string): CloudError {
  return new CloudError('INVALID_PARAM', `the local cloud does not know the action '${action}'`)
}
