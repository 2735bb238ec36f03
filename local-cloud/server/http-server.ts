import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { StartError } from '../errors'
import { adminRoute } from './admin-route'
import type { CloudParts } from './cloud-parts'
import { allowLocalPages, isLocalOrigin, sendError, sendJson } from './exchange'
import { fileRoute } from './file-route'
import { webRoute } from './web-route'
import { windowRoute } from '../window/window-route'

/** A host program's own pages: true when it has answered. */
export type Extend = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>

/** Listens at once, so that the address is known before the rooms that need it are built. */
export class HttpServer {
  private readonly server: Server
  private parts: CloudParts | null = null

  constructor(private readonly extend: Extend | undefined) {
    this.server = createServer((request, response) => void this.answer(request, response))
    this.server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head))
    this.server.keepAliveTimeout = 30_000
  }

  /** Binds to an address; gives the port. Throws StartError PortTaken. */
  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', (error: NodeJS.ErrnoException) => reject(startFailure(error, port)))
      this.server.listen(port, host, resolve)
    })
    return (this.server.address() as AddressInfo).port
  }

  /** Begins to answer. */
  serve(parts: CloudParts): void {
    this.parts = parts
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.route(request, response)
    } catch (error) {
      if (response.headersSent) response.destroy()
      else sendError(response, error)
    }
  }

  private async route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { parts } = this
    if (!parts)
      return sendJson(response, { code: 'SYS_ERR', message: 'the local cloud is still starting' }, 503)
    const url = new URL(request.url ?? '/', 'http://local')
    allowLocalPages(request, response)
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end()
      return
    }
    if (url.pathname === '/admin') return await adminRoute(parts, request, response)
    if (url.pathname === '/web') return await webRoute(parts, request, response)
    if (url.pathname.startsWith('/cos/')) return await fileRoute(parts, request, response, url)
    if (await windowRoute(parts, request, response, url)) return
    if (await this.extend?.(request, response, url)) return
    sendJson(response, { code: 'INVALID_PARAM', message: `nothing is at ${url.pathname}` }, 404)
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { origin } = request.headers
    const isOurs = request.url?.split('?')[0] === '/ws' && (!origin || isLocalOrigin(origin))
    if (!this.parts || !isOurs) socket.destroy()
    else this.parts.watches.upgrade(request, socket, head)
  }

  /** Stops listening and drops all connections. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()))
    this.server.closeAllConnections()
    await closed
  }
}

function startFailure(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return error
  return new StartError(
    'PortTaken',
    `Port ${port} is taken by another program. End that program, or start the local cloud on another port.`,
  )
}
