import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import { eventFrameTail, type EventFrame } from './frames'
import type { Grant } from './grants'
import type { Batch } from './live-query'

/** A client's connection. */
export interface WatchingClient {
  socket: WebSocket
  /** Null until LOGIN. */
  openid: string | null
  /** Takes one frame for several watches, with `watchIds`; the web SDK does not. */
  takesMany: boolean
  watches: Map<string, Watcher>
}

/** One open watch of a client. */
export interface Watcher {
  client: WatchingClient
  watchId: string
  requestId: string
  grant: Grant<Watcher>
}

/** One frame's receiver: a watcher, or all watchers of a client that takes several in one. */
interface Receiver {
  socket: WebSocket
  /** The frame's beginning, up to the request id. */
  head: string
}

/** Who is to be told by a grant; worked out anew only when somebody has come or gone. */
const receivers = new WeakMap<Grant<Watcher>, Receiver[]>()

/** Must be called when the watchers of a grant have changed. */
export function forgetReceivers(grant: Grant<Watcher>): void {
  receivers.delete(grant)
}

function receiversOf(grant: Grant<Watcher>): Receiver[] {
  const known = receivers.get(grant)
  if (known) return known
  const made: Receiver[] = []
  const many = new Map<WebSocket, string[]>()
  for (const { client, watchId } of grant.watchers) {
    const { socket } = client
    const others = many.get(socket)
    if (!client.takesMany) made.push({ socket, head: `{"watchId":${JSON.stringify(watchId)},` })
    else if (others) others.push(watchId)
    else many.set(socket, [watchId])
  }
  for (const [socket, watchIds] of many)
    made.push({ socket, head: `{"watchIds":${JSON.stringify(watchIds)},` })
  receivers.set(grant, made)
  return made
}

/** What one commit tells to all its watchers: each batch is written once, and each socket gets one frame of it. */
export class Outgoing {
  private readonly frames: { tail: string; receivers: Receiver[] }[] = []

  /** Notes a batch for everybody who watches by a grant. */
  add(grant: Grant<Watcher>, { version, json }: Batch): void {
    const frame: EventFrame = { msgType: 'NEXT_EVENT', queryID: grant.id, currEvent: version, events: json }
    this.frames.push({ tail: eventFrameTail(frame), receivers: receiversOf(grant) })
  }

  /** Sends all. */
  send(): void {
    const requestId = randomUUID()
    for (const frame of this.frames) {
      const tail = `"requestId":"${requestId}",${frame.tail}`
      for (const { socket, head } of frame.receivers) socket.send(`${head}${tail}`)
    }
  }

  /** Answers one watcher's request. */
  static to({ client, watchId, requestId }: Watcher, frame: EventFrame): void {
    const head = `{"watchId":${JSON.stringify(watchId)},"requestId":${JSON.stringify(requestId)},`
    client.socket.send(`${head}${eventFrameTail(frame)}`)
  }
}
