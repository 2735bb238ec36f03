import type { IncomingMessage, ServerResponse } from 'node:http'
import { CloudError, toWireError } from '../errors'
import type { FileStore } from '../storage/file-store'
import { checkCloudPath } from '../storage/file-path'
import { readBody } from './exchange'

const MOST_BYTES = 100 * 1024 * 1024
const STATUS: Record<string, number> = { STORAGE_SIGN_PARAM_INVALID: 403, STORAGE_FILE_NONEXIST: 404 }

/** `/cos/<path>`: files, by signed links. Failures are XML, as the real storage answers. */
export async function fileRoute(
  files: FileStore,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  try {
    const path = checkCloudPath(decodeURIComponent(url.pathname.slice('/cos/'.length)))
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '')
    const by = files.checkLink(method, path, url.searchParams)
    if (method === 'PUT') {
      files.write(path, await readBody(request, MOST_BYTES), by)
      response.end()
      return
    }
    sendFile(files, path, response)
  } catch (error) {
    sendXml(response, error)
  }
}

function sendFile(files: FileStore, path: string, response: ServerResponse): void {
  const content = files.read(path)
  response.writeHead(200, {
    'content-type': files.byPath(path)?.type ?? 'application/octet-stream',
    'content-length': content.length,
    'x-content-type-options': 'nosniff',
    'content-security-policy': 'sandbox',
    'cache-control': 'private, max-age=3600',
  })
  response.end(content)
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
