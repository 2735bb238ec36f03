import { WatchedDocs, type WireEvent } from './watched-docs'
import type { ClientSocket, CloudClientOptions, Snapshot, Watcher, WatchHandlers } from './types'
import { toWire } from './ejson'

/** What to watch. */
export interface WatchSpec {
  collection: string
  query: Record<string, unknown>
  orderBy: Record<string, 'asc' | 'desc'>
  limit: number | null
}

interface Frame {
  watchId?: string
  /** Several watches that are told the same. */
  watchIds?: string[]
  msgType?: string
  msgData?: {
    code?: string
    message?: string
    errCode?: number
    queryID?: string
    currEvent?: number
    events?: WireEvent[]
  } | null
}

interface Open {
  spec: WatchSpec
  handlers: WatchHandlers
  docs: WatchedDocs
  /** The server's name of the watch; null until it has answered. */
  queryId: string | null
}

const PING_MS = 20_000
const PONG_WAIT_MS = 10_000
const FIRST_RETRY_MS = 200
const LONGEST_RETRY_MS = 10_000

/** The one socket of a client. It opens with the first watch, comes back by itself, and closes with the last. */
export class Connection {
  private readonly watches = new Map<string, Open>()
  private socket: ClientSocket | null = null
  private isLoggedIn = false
  private retryMs = FIRST_RETRY_MS
  private retryTimer: ReturnType<typeof setTimeout> | undefined
  private pingTimer: ReturnType<typeof setInterval> | undefined
  private pongTimer: ReturnType<typeof setTimeout> | undefined
  private lastId = 0

  constructor(private readonly options: CloudClientOptions) {}

  /** Begins to watch. */
  watch(spec: WatchSpec, handlers: WatchHandlers): Watcher {
    const watchId = `watch-${++this.lastId}`
    this.watches.set(watchId, { spec, handlers, docs: new WatchedDocs(spec.orderBy), queryId: null })
    if (this.isLoggedIn) this.begin(watchId)
    else if (!this.socket && this.retryTimer === undefined) this.connect()
    return { close: () => Promise.resolve(this.end(watchId)) }
  }

  private end(watchId: string): void {
    if (!this.watches.delete(watchId)) return
    if (this.isLoggedIn) this.send(watchId, 'CLOSE_WATCH', {})
    if (this.watches.size === 0) this.disconnect()
  }

  private connect(): void {
    this.retryTimer = undefined
    const Socket = this.options.webSocket ?? (WebSocket as unknown as new (url: string) => ClientSocket)
    const socket = new Socket(`${this.options.url.replace(/^http/, 'ws')}/ws`)
    this.socket = socket
    socket.onopen = () => this.send('', 'LOGIN', { accessToken: this.options.token, takesMany: true })
    socket.onmessage = (event: { data?: unknown }) => {
      if (socket === this.socket) this.receive(JSON.parse(String(event.data)) as Frame)
    }
    socket.onclose = () => this.lost(socket)
    socket.onerror = () => undefined
  }

  private receive(frame: Frame): void {
    clearTimeout(this.pongTimer)
    if (frame.msgType === 'LOGIN_RES') return this.loggedIn(frame)
    for (const watchId of frame.watchIds ?? [frame.watchId ?? '']) {
      const open = this.watches.get(watchId)
      if (open) this.hear(watchId, open, frame)
    }
  }

  private hear(watchId: string, open: Open, { msgType, msgData }: Frame): void {
    const { events = [], currEvent = 0, queryID } = msgData ?? {}
    if (msgType === 'ERROR') {
      if (msgData?.code !== 'QUERYID_INVALID_ERROR') return this.fail(watchId, msgData)
      return this.beginAnew(watchId, open)
    }
    if (queryID !== undefined) open.queryId = queryID
    if (msgType === 'INIT_EVENT') {
      const snapshot = open.docs.begin(events, currEvent)
      if (snapshot) this.tell(watchId, open, [snapshot])
    }
    if (msgType !== 'NEXT_EVENT') return
    const snapshots = open.docs.apply(events)
    if (snapshots) this.tell(watchId, open, snapshots)
    else this.begin(watchId)
  }

  /** A listener may close the watch between two snapshots. */
  private tell(watchId: string, { handlers }: Open, snapshots: Snapshot[]): void {
    for (const snapshot of snapshots) if (this.watches.has(watchId)) handlers.onChange(snapshot)
  }

  private loggedIn({ msgData }: Frame): void {
    if (msgData?.code) {
      for (const watchId of [...this.watches.keys()]) this.fail(watchId, msgData)
      return
    }
    this.isLoggedIn = true
    this.retryMs = FIRST_RETRY_MS
    this.pingTimer = setInterval(() => this.ping(), PING_MS)
    for (const watchId of this.watches.keys()) this.begin(watchId)
  }

  /** Asks for the documents; or, after a broken connection, for what has been missed. */
  private begin(watchId: string): void {
    const open = this.watches.get(watchId)
    if (!open) return
    const { spec, queryId: queryID, docs } = open
    if (queryID !== null && docs.eventId !== null) {
      return this.send(watchId, 'REBUILD_WATCH', {
        collName: spec.collection,
        queryID,
        eventID: docs.eventId,
      })
    }
    this.send(watchId, 'INIT_WATCH', {
      collName: spec.collection,
      query: JSON.stringify(toWire(spec.query)),
      orderBy: spec.orderBy,
      ...(spec.limit === null ? {} : { limit: spec.limit }),
    })
  }

  /** The server has forgotten this watch: it is asked for all documents, and what differs is told. */
  private beginAnew(watchId: string, open: Open): void {
    open.queryId = null
    this.begin(watchId)
  }

  private fail(watchId: string, msgData: Frame['msgData']): void {
    const open = this.watches.get(watchId)
    this.end(watchId)
    const { errCode, code, message } = msgData ?? {}
    open?.handlers.onError({ errCode: errCode ?? -1, errMsg: `watch:fail ${code ?? ''} ${message ?? ''}` })
  }

  private send(watchId: string, msgType: string, msgData: unknown): void {
    this.socket?.send(
      JSON.stringify({ watchId, requestId: `${Date.now()}-${++this.lastId}`, msgType, msgData }),
    )
  }

  private ping(): void {
    this.send('', 'PING', null)
    this.pongTimer = setTimeout(() => this.socket?.close(), PONG_WAIT_MS)
  }

  /** The connection is gone: try again, at first soon, then ever more rarely. */
  private lost(socket: ClientSocket): void {
    if (socket !== this.socket) return
    this.forget()
    if (this.watches.size === 0) return
    this.retryTimer = setTimeout(() => this.connect(), this.retryMs * (0.5 + Math.random() / 2))
    this.retryMs = Math.min(this.retryMs * 2, LONGEST_RETRY_MS)
  }

  private forget(): void {
    clearInterval(this.pingTimer)
    clearTimeout(this.pongTimer)
    this.isLoggedIn = false
    this.socket = null
  }

  private disconnect(): void {
    clearTimeout(this.retryTimer)
    this.retryTimer = undefined
    const { socket } = this
    this.forget()
    socket?.close()
  }
}
