import type { IncomingMessage } from 'node:http'
import { CloudError } from '../errors'
import { isLoopback } from '../server/exchange'

const LOOPBACK_NAME = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/

/**
 * Lets in only browsers on this machine that have the window's own page open: what it shows and does is everything.
 * The name in `Host` keeps out pages whose name was made to point here; `Origin` keeps out other pages.
 * Throws INVALID_REQUEST_SOURCE.
 */
export function checkVisitor(request: IncomingMessage): void {
  const { host = '', origin } = request.headers
  const isOwnPage = origin === undefined || origin === `http://${host}`
  if (isLoopback(request) && LOOPBACK_NAME.test(host) && isOwnPage) return
  throw new CloudError('INVALID_REQUEST_SOURCE', '/cloud is for developers on this machine')
}
