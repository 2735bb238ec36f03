import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import type { CloudParts } from '../server/cloud-parts'
import { errCodeOf, toWireError } from '../errors'
import { parseJson, readBody, sendJson } from '../server/exchange'
import { CONTROLS } from './controls'
import { VIEWS } from './views'
import { checkVisitor } from './visitor'

const MOST_BYTES = 64 * 1024
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}
const pageDir = join(__dirname, 'page')

/** `/cloud/…`: the developers' window. False when the path is none of its. */
export async function windowRoute(
  parts: CloudParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const [, room, ...rest] = url.pathname.split('/')
  if (room !== 'cloud') return false
  try {
    checkVisitor(request)
    if (rest.length === 0) response.writeHead(302, { location: '/cloud/' }).end()
    else if (rest[0] === 'api') await answer(parts, request, response, url, rest[1] ?? '')
    else return sendAsset(rest.join('/') || 'index.html', response)
  } catch (error) {
    const { code, message } = toWireError(error)
    sendJson(
      response,
      { code, message, errCode: errCodeOf(code) },
      code === 'INVALID_REQUEST_SOURCE' ? 403 : 400,
    )
  }
  return true
}

async function answer(
  parts: CloudParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  name: string,
): Promise<void> {
  response.setHeader('cache-control', 'no-store')
  if (request.method === 'POST' && Object.hasOwn(CONTROLS, name)) {
    const body = parseJson(await readBody(request, MOST_BYTES))
    return sendJson(response, await CONTROLS[name]?.(parts, body))
  }
  if (request.method === 'GET' && Object.hasOwn(VIEWS, name))
    return sendJson(response, await VIEWS[name]?.(parts, url.searchParams, request))
  sendJson(response, { code: 'INVALID_PARAM', message: `the window has no ${name}` }, 404)
}

function sendAsset(name: string, response: ServerResponse): boolean {
  if (!readdirSync(pageDir).includes(name)) return false
  response.writeHead(200, {
    'content-type': `${TYPES[extname(name)] ?? 'application/octet-stream'}; charset=utf-8`,
    'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
    'cache-control': 'no-store',
  })
  response.end(readFileSync(join(pageDir, name)))
  return true
}
