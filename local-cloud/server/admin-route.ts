import type { IncomingMessage, ServerResponse } from 'node:http'
import { DATABASE_ACTIONS, type WireAnswer, type WireRequest } from '../database/actions'
import { CloudError } from '../errors'
import { callerBehind, FunctionError } from '../functions/function-host'
import { callApi } from '../openapi/apis'
import { decodeCall, encodeAnswer, parseMultipart } from '../openapi/wire-format'
import { STORAGE_ACTIONS } from '../storage/actions'
import type { CloudParts } from './cloud-parts'
import {
  baseOf,
  isLoopback,
  newRequestId,
  parseJson,
  readBody,
  sendError,
  sendJson,
  suffer,
} from './exchange'

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
    await suffer(parts.faults)
    const contentType = request.headers['content-type'] ?? ''
    if (contentType.startsWith('multipart/')) return await openApi(parts, body, contentType, response)
    const wire = parseJson(body)
    const { top, data } = await dispatch(parts, wire, request)
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
  const answer = await callApi(
    form.apiName?.toString() ?? '',
    decodeCall(form.requestData ?? Buffer.alloc(0)),
    parts.apis,
  )
  response.writeHead(200, { 'content-type': 'application/octet-stream' })
  response.end(encodeAnswer(answer))
}

async function dispatch(parts: CloudParts, wire: WireRequest, request: IncomingMessage): Promise<WireAnswer> {
  const action = String(wire.action ?? '')
  const [room = '', name = ''] = action.split('.')
  if (room === 'database') {
    const invocation = parts.functions.log.byTokenOf(wire.wxCloudApiToken)
    if (invocation) invocation.roundTrips++
    const run = DATABASE_ACTIONS[name]
    if (run) return await run(parts.engine, wire, parts.clock.now())
  }
  if (room === 'storage') {
    const run = STORAGE_ACTIONS[name]
    if (run) return run(parts.files, wire, { openid: '', base: baseOf(request), isClient: false })
  }
  if (action === 'functions.invokeFunction') return await invoke(parts, wire, request)
  throw unknownAction(action)
}

/** A call from one function to another: who is calling stays who it was. */
async function invoke(parts: CloudParts, wire: WireRequest, request: IncomingMessage): Promise<WireAnswer> {
  const source = String(request.headers['x-tcb-source'] ?? '').replace(/^,+|,+$/g, '')
  const caller = callerBehind(parts.functions.log, wire.wxCloudApiToken, source)
  const data: unknown = wire.request_data ? JSON.parse(String(wire.request_data)) : {}
  const { result } = await parts.functions.call(String(wire.function_name), data, caller)
  return { data: { response_data: result } }
}

function unknownAction(action: string): CloudError {
  return new CloudError('INVALID_PARAM', `the local cloud does not know the action '${action}'`)
}
