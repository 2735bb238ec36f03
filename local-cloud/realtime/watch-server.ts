import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Document, Sort } from '../database/definitions'
import type { Engine } from '../database/engine'
import type { Change } from '../database/writer'
import { decodeObject, isPlainObject } from '../database/wire'
import { errCodeOf, toWireError } from '../errors'
import type { PersonaBook } from '../personas/persona-book'
import type { RuleBook } from '../rules/rule-book'
import { Watch, type WatchEvent } from './watch'

/** What the watch server needs of the cloud. */
export interface WatchServerOptions {
  env: string
  engine: Engine
  rules: RuleBook
  personas: PersonaBook
  now: () => number
}

interface Frame {
  watchId?: string
  requestId?: string
  msgType?: string
  msgData?: unknown
}

interface Client {
  socket: WebSocket
  /** Null until LOGIN. */
  openid: string | null
  watches: Map<string, { watch: Watch; queryId: string }>
}

/** Serves `watch` to clients over WebSockets, in the protocol of the web SDK. */
export class WatchServer {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 })
  private readonly clients = new Set<Client>()
  private readonly stopListening: () => void

  constructor(private readonly options: WatchServerOptions) {
    this.sockets.on('connection', (socket) => this.accept(socket))
    this.stopListening = options.engine.onChange((changes) => this.publish(changes))
  }

  /** Takes over an HTTP connection that asks for a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.sockets.handleUpgrade(request, socket, head, (opened) =>
      this.sockets.emit('connection', opened, request),
    )
  }

  /** How many watches are open. */
  get size(): number {
    return [...this.clients].reduce((sum, { watches }) => sum + watches.size, 0)
  }

  private accept(socket: WebSocket): void {
    const client: Client = { socket, openid: null, watches: new Map() }
    this.clients.add(client)
    socket.on('close', () => this.clients.delete(client))
    socket.on('error', () => socket.terminate())
    socket.on('message', (raw) => this.receive(client, String(raw)))
  }

  private receive(client: Client, raw: string): void {
    const frame = parseFrame(raw)
    try {
      this.handle(client, frame)
    } catch (error) {
      const { code, message } = toWireError(error)
      reply(client, frame, 'ERROR', { code, message, errCode: errCodeOf(code) })
    }
  }

  private handle(client: Client, frame: Frame): void {
    const data = isPlainObject(frame.msgData) ? frame.msgData : {}
    if (frame.msgType === 'PING') return reply(client, frame, 'PONG', null)
    if (frame.msgType === 'LOGIN') return this.login(client, frame, data)
    if (client.openid === null) {
      return reply(client, frame, 'ERROR', {
        code: 'SIGN_PARAM_INVALID',
        message: 'not logged in',
        errCode: -402001,
      })
    }
    if (frame.msgType === 'INIT_WATCH' || frame.msgType === 'REBUILD_WATCH')
      return this.open(client, frame, data)
    if (frame.msgType === 'CHECK_LAST') return this.checkLast(client, frame)
    if (frame.msgType === 'CLOSE_WATCH') {
      client.watches.delete(frame.watchId ?? '')
      return reply(client, frame, 'CLOSE_WATCH_RES', null)
    }
    reply(client, frame, 'ERROR', {
      code: 'INVALID_PARAM',
      message: `unknown msgType ${String(frame.msgType)}`,
    })
  }

  private login(client: Client, frame: Frame, data: Document): void {
    const persona =
      typeof data.accessToken === 'string' ? this.options.personas.byToken(data.accessToken) : undefined
    if (!persona)
      return reply(client, frame, 'LOGIN_RES', { code: 'CHECK_LOGIN_FAILED', message: 'who is this?' })
    client.openid = persona.openid
    reply(client, frame, 'LOGIN_RES', { envId: this.options.env })
  }

  private open(client: Client, frame: Frame, data: Document): void {
    const collection = String(data.collName ?? '')
    const asked = decodeObject(data.query, this.options.now())
    const query = this.options.rules.readable(collection, asked, client.openid ?? '')
    const limit = typeof data.limit === 'number' ? data.limit : null
    const watch = new Watch(this.options.engine, { collection, query, sort: sortOf(data.orderBy), limit })
    const events = watch.init()
    const queryId = randomUUID()
    client.watches.set(frame.watchId ?? '', { watch, queryId })
    reply(client, frame, 'INIT_EVENT', { queryID: queryId, currEvent: 0, events })
  }

  private checkLast(client: Client, frame: Frame): void {
    const known = client.watches.get(frame.watchId ?? '')
    if (!known)
      return reply(client, frame, 'ERROR', { code: 'QUERYID_INVALID_ERROR', message: 'no such watch' })
    reply(client, frame, 'CHECK_EVENT', { queryID: known.queryId, currEvent: known.watch.eventId })
  }

  private publish(changes: Change[]): void {
    for (const client of this.clients) {
      for (const [watchId, { watch, queryId }] of client.watches)
        this.tell(client, watchId, queryId, watch, changes)
    }
  }

  private tell(client: Client, watchId: string, queryID: string, watch: Watch, changes: Change[]): void {
    const events = eventsOf(watch, changes)
    if (events.length === 0) return
    reply(client, { watchId, requestId: randomUUID() }, 'NEXT_EVENT', {
      queryID,
      currEvent: watch.eventId,
      events,
    })
  }

  /** Drops every connection without a word, as a bad network does. Clients reconnect. */
  dropAll(): void {
    for (const { socket } of this.clients) socket.terminate()
  }

  /** Ends all connections. */
  close(): void {
    this.stopListening()
    this.dropAll()
    this.sockets.close()
  }
}

/** A watch must not stand in the way of a commit that has happened. */
function eventsOf(watch: Watch, changes: Change[]): WatchEvent[] {
  try {
    return watch.apply(changes)
  } catch {
    return []
  }
}

function reply(client: Client, frame: Frame, msgType: string, msgData: unknown): void {
  const { watchId, requestId } = frame
  client.socket.send(JSON.stringify({ watchId, requestId, msgType, msgData }))
}

function parseFrame(raw: string): Frame {
  try {
    const value: unknown = JSON.parse(raw)
    return isPlainObject(value) ? value : {}
  } catch {
    return {}
  }
}

function sortOf(orderBy: unknown): Sort | null {
  if (!isPlainObject(orderBy) || Object.keys(orderBy).length === 0) return null
  return Object.fromEntries(
    Object.entries(orderBy).map(([path, direction]) => [path, direction === 'desc' ? -1 : 1]),
  )
}
