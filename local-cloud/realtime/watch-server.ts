import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Document, Query } from '../database/definitions'
import type { Engine } from '../database/engine'
import { decodeObject, isPlainObject } from '../database/wire'
import type { Change } from '../database/writer'
import { CloudError, invalidParameter } from '../errors'
import type { PersonaBook } from '../personas/persona-book'
import { askerOf } from '../rules/asker'
import type { Permit, RuleBook } from '../rules/rule-book'
import { parseFrame, reply, replyError, sortOf, type Frame } from './frames'
import { Grants, type Grant } from './grants'
import type { Batch, LiveQuery } from './live-query'
import { forgetReceivers, Outgoing, type Watcher, type WatchingClient } from './outgoing'

/** What the watch server needs of the cloud. */
export interface WatchServerOptions {
  env: string
  engine: Engine
  rules: RuleBook
  personas: PersonaBook
  now: () => number
}

/** Serves `watch` to clients over WebSockets, in the protocol of the web SDK. */
export class WatchServer {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 })
  private readonly clients = new Set<WatchingClient>()
  private readonly grants: Grants<Watcher>
  private readonly stopListening: () => void

  constructor(private readonly options: WatchServerOptions) {
    this.grants = new Grants(options.engine)
    this.sockets.on('connection', (socket) => this.accept(socket))
    this.stopListening = options.engine.onChange((changes) => this.publish(changes))
    options.personas.onRemove(({ openid }) => this.dropPersona(openid))
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

  /** The clients that are connected: who they are (null before LOGIN), and how many watches each has open. */
  list(): { openid: string | null; watches: number }[] {
    return [...this.clients].map(({ openid, watches }) => ({ openid, watches: watches.size }))
  }

  private accept(socket: WebSocket): void {
    const client: WatchingClient = { socket, openid: null, takesMany: false, watches: new Map() }
    this.clients.add(client)
    socket.on('close', () => this.gone(client))
    socket.on('error', () => socket.terminate())
    socket.on('message', (raw) => {
      const frame = parseFrame(String(raw))
      try {
        this.handle(client, frame)
      } catch (error) {
        replyError(socket, frame, error)
      }
    })
  }

  private gone(client: WatchingClient): void {
    this.clients.delete(client)
    for (const watcher of client.watches.values()) {
      this.grants.lose(watcher.grant, watcher, Date.now())
      forgetReceivers(watcher.grant)
    }
    client.watches.clear()
  }

  private handle(client: WatchingClient, frame: Frame): void {
    const { socket } = client
    const data = isPlainObject(frame.msgData) ? frame.msgData : {}
    if (frame.msgType === 'PING') return reply(socket, frame, 'PONG', null)
    if (frame.msgType === 'LOGIN') return this.login(client, frame, data)
    if (client.openid === null) throw new CloudError('SIGN_PARAM_INVALID', 'not logged in')
    if (frame.msgType === 'INIT_WATCH') return this.open(client, client.openid, frame, data)
    if (frame.msgType === 'REBUILD_WATCH') return this.reopen(client, client.openid, frame, data)
    if (frame.msgType === 'CHECK_LAST') return this.checkLast(client, frame)
    if (frame.msgType !== 'CLOSE_WATCH') throw invalidParameter(`unknown msgType ${String(frame.msgType)}`)
    this.leave(client, frame.watchId ?? '')
    reply(socket, frame, 'CLOSE_WATCH_RES', null)
  }

  private login(client: WatchingClient, frame: Frame, data: Document): void {
    const { personas, env } = this.options
    const persona = typeof data.accessToken === 'string' ? personas.byToken(data.accessToken) : undefined
    if (!persona) {
      const refusal = { code: 'CHECK_LOGIN_FAILED', message: 'who is this?' }
      return reply(client.socket, frame, 'LOGIN_RES', refusal)
    }
    if (client.openid !== persona.openid) this.closeAll(client)
    client.openid = persona.openid
    client.takesMany = data.takesMany === true
    reply(client.socket, frame, 'LOGIN_RES', { envId: env })
  }

  private permit(openid: string, collection: string, query: Query): Permit {
    const { engine, rules, now } = this.options
    return rules.permit({ operation: 'read', collection, query }, askerOf(engine, openid, now()))
  }

  private open(client: WatchingClient, openid: string, frame: Frame, data: Document): void {
    this.grants.sweep(Date.now())
    const collection = String(data.collName ?? '')
    const asked = decodeObject(data.query, this.options.now())
    const permit = this.permit(openid, collection, asked)
    const request = {
      collection,
      query: permit.query,
      sort: sortOf(data.orderBy),
      limit: limitOf(data.limit),
    }
    const grant = this.grants.open(openid, asked, permit, { ...request, isOpen: permit.isOpen })
    const watcher = this.join(client, frame, grant)
    const { live } = grant
    Outgoing.to(watcher, {
      msgType: 'INIT_EVENT',
      queryID: grant.id,
      currEvent: live.version,
      events: live.init(),
    })
  }

  /** After a broken connection: what has been missed since `eventID`, if that is still known. */
  private reopen(client: WatchingClient, openid: string, frame: Frame, data: Document): void {
    const grant = this.grants.byQueryId(data.queryID)
    const missed = grant?.openid === openid ? grant.live.since(Number(data.eventID)) : null
    if (!grant || !missed) throw new CloudError('QUERYID_INVALID_ERROR', 'the watch is no longer known')
    grant.permit = this.permit(openid, grant.collection, grant.asked)
    const watcher = this.join(client, frame, grant)
    const events = missed.map(({ json }) => json).join(',')
    Outgoing.to(watcher, { msgType: 'NEXT_EVENT', queryID: grant.id, currEvent: grant.live.version, events })
  }

  private join(client: WatchingClient, frame: Frame, grant: Grant<Watcher>): Watcher {
    const watchId = frame.watchId ?? ''
    const watcher = { client, watchId, grant, requestId: frame.requestId ?? '' }
    grant.watchers.add(watcher)
    forgetReceivers(grant)
    grant.idleSince = null
    this.leave(client, watchId)
    client.watches.set(watchId, watcher)
    return watcher
  }

  private leave(client: WatchingClient, watchId: string): void {
    const watcher = client.watches.get(watchId)
    if (!watcher) return
    client.watches.delete(watchId)
    this.grants.leave(watcher.grant, watcher)
    forgetReceivers(watcher.grant)
  }

  private closeAll(client: WatchingClient): void {
    for (const watchId of [...client.watches.keys()]) this.leave(client, watchId)
  }

  private checkLast(client: WatchingClient, frame: Frame): void {
    const known = client.watches.get(frame.watchId ?? '')
    if (!known) throw new CloudError('QUERYID_INVALID_ERROR', 'no such watch')
    const { id, live } = known.grant
    reply(client.socket, frame, 'CHECK_EVENT', { queryID: id, currEvent: live.version })
  }

  /** Tells of a commit: first whose right to watch it ends, then what has changed, computed once for all. */
  private publish(changes: Change[]): void {
    this.grants.sweep(Date.now())
    for (const grant of this.grants.doubtful(changes)) {
      this.guard(grant, () => (grant.permit = this.permit(grant.openid, grant.collection, grant.asked)))
    }
    const batches = new Map<LiveQuery, Batch | null>()
    const outgoing = new Outgoing()
    for (const grant of this.grants.watching(changes)) {
      this.guard(grant, () => {
        const { live } = grant
        const batch = batches.has(live) ? batches.get(live) : live.apply(changes)
        batches.set(live, batch ?? null)
        if (batch) outgoing.add(grant, batch)
      })
    }
    outgoing.send()
  }

  /** Runs what may end a grant; a commit that has happened is never stopped by it. */
  private guard(grant: Grant<Watcher>, work: () => void): void {
    try {
      work()
    } catch (error) {
      this.grants.end(grant)
      for (const { client, watchId } of grant.watchers) {
        client.watches.delete(watchId)
        replyError(client.socket, { watchId, requestId: randomUUID() }, error)
      }
      grant.watchers.clear()
    }
  }

  private dropPersona(openid: string): void {
    for (const grant of this.grants.list()) if (grant.openid === openid) this.grants.end(grant)
    for (const client of this.clients) if (client.openid === openid) client.socket.terminate()
  }

  /** Drops every connection that `isHit` picks, without a word, as a bad network does. Clients reconnect. */
  dropAll(isHit: () => boolean = () => true): void {
    for (const { socket } of this.clients) if (isHit()) socket.terminate()
  }

  /** Ends all connections. */
  close(): void {
    this.stopListening()
    this.dropAll()
    this.sockets.close()
  }
}

function limitOf(limit: unknown): number | null {
  return typeof limit === 'number' && limit > 0 ? limit : null
}
