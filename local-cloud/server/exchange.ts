import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isPlainObject } from '../database/wire'
import { CloudError, errCodeOf, toWireError } from '../errors'

/** The body of a request, piece by piece. Throws EXCEED_REQUEST_LIMIT beyond `most` bytes. */
export async function* piecesOf(request: IncomingMessage, most: number): AsyncGenerator<Buffer> {
  let size = 0
  for await (const piece of request) {
    size += (piece as Buffer).length
    if (size > most) throw new CloudError('EXCEED_REQUEST_LIMIT', `the request is larger than ${most} bytes`)
    yield piece as Buffer
  }
}

/** The whole body of a request. Throws EXCEED_REQUEST_LIMIT beyond `most` bytes. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of piecesOf(request, most)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** A body that must be a JSON object. */
export function parseJson(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    if (isPlainObject(value)) return value
  } catch {
    // told below
  }
  throw new CloudError('INVALID_PARAM', 'the body is not a JSON object')
}

/** A new request id. */
export function newRequestId(): string {
  return randomUUID().replaceAll('-', '')
}

/** Answers with JSON, in the form by which the SDK tells JSON from bytes. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  const body = Buffer.from(JSON.stringify(value))
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
  })
  response.end(body)
}

/** Answers with the wire's `{code, message, requestId}`, and the number clients see. */
export function sendError(response: ServerResponse, error: unknown, requestId = newRequestId()): void {
  const { code, message } = toWireError(error)
  sendJson(response, { code, message, errCode: errCodeOf(code), requestId })
}

/** The address under which the asker reaches this cloud. */
export function baseOf(request: IncomingMessage): string {
  return `http://${request.headers.host ?? '127.0.0.1'}`
}

/** True for the addresses of this machine. */
export function isLoopback(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress ?? ''
  return address === '::1' || /^(::ffff:)?127\./.test(address)
}

/** True for pages served from this machine or the local network. */
export function isLocalOrigin(origin: string): boolean {
  const host = /^https?:\/\/(\[[^\]]+\]|[^/:]+)(:\d+)?$/.exec(origin)?.[1] ?? ''
  if (host === 'localhost' || host === '[::1]' || host.endsWith('.localhost') || host.endsWith('.local'))
    return true
  return /^(127|10)(\.\d{1,3}){3}$|^192\.168(\.\d{1,3}){2}$|^172\.(1[6-9]|2\d|3[01])(\.\d{1,3}){2}$/.test(
    host,
  )
}

/** Sets the headers that let local pages read the answer. */
export function allowLocalPages(request: IncomingMessage, response: ServerResponse): void {
  const { origin } = request.headers
  if (!origin || !isLocalOrigin(origin)) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-allow-headers', 'authorization, content-type')
  response.setHeader('access-control-allow-methods', 'GET, POST, PUT, OPTIONS')
  response.setHeader('access-control-max-age', '600')
  response.setHeader('vary', 'origin')
}
