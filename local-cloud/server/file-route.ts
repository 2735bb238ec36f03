import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { CloudError, toWireError } from '../errors'
import type { FileStore } from '../storage/file-store'
import { checkCloudPath, contentTypeOf } from '../storage/file-path'
import type { CloudParts } from './cloud-parts'
import { piecesOf } from './exchange'

const MOST_BYTES = 100 * 1024 * 1024
const STATUS: Record<string, number> = {
  STORAGE_SIGN_PARAM_INVALID: 403,
  STORAGE_FILE_NONEXIST: 404,
  SYS_ERR: 500,
  SERVER_TIMEOUT: 504,
}

/** `/cos/<path>`: files, by signed links. Failures are XML, as the real storage answers. */
export async function fileRoute(
  { files, dial }: CloudParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  try {
    const path = checkCloudPath(decodeURIComponent(url.pathname.slice('/cos/'.length)))
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '')
    const by = files.checkLink(method, path, url.searchParams)
    const asker = by === '' ? 'function' : 'client'
    if (method === 'PUT') {
      // A body can be read once: what the dial repeats is the end of the upload, which changes nothing.
      const received = files.receive.bind(files, path, piecesOf(request, MOST_BYTES), by)
      await dial.around(asker, 'storage', once(received))
      response.end()
      return
    }
    await dial.around(asker, 'storage', () => undefined)
    await sendFile(files, path, request, response)
  } catch (error) {
    if (response.headersSent) response.destroy()
    else sendXml(response, error)
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined
  return () => (done ??= work())
}

async function sendFile(
  files: FileStore,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { content, size } = files.stream(path)
  response.writeHead(200, {
    'content-type': contentTypeOf(path),
    'content-length': size,
    'x-content-type-options': 'nosniff',
    'content-security-policy': 'sandbox',
    'cache-control': 'private, max-age=3600',
  })
  if (request.method !== 'HEAD') return await pipeline(content, response)
  content.destroy()
  response.end()
}

function sendXml(response: ServerResponse, error: unknown): void {
  const { code, message } = toWireError(
    error instanceof URIError ? new CloudError('STORAGE_REQUEST_FAIL', 'the path is not a URL path') : error,
  )
  const text = message.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  response.writeHead(STATUS[code] ?? 400, { 'content-type': 'application/xml' })
  response.end(
    `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${text}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`,
  )
}
