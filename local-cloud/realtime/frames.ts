import type { WebSocket } from 'ws'
import type { Sort } from '../database/definitions'
import { isPlainObject } from '../database/wire'
import { errCodeOf, toWireError } from '../errors'

/** A message of the realtime protocol, in either direction. */
export interface Frame {
  watchId?: string
  requestId?: string
  msgType?: string
  msgData?: unknown
}

/** Reads a message; what is no JSON object is an empty frame. */
export function parseFrame(raw: string): Frame {
  try {
    const value: unknown = JSON.parse(raw)
    return isPlainObject(value) ? value : {}
  } catch {
    return {}
  }
}

/** Answers a frame. */
export function reply(socket: WebSocket, frame: Frame, msgType: string, msgData: unknown): void {
  const { watchId, requestId } = frame
  socket.send(JSON.stringify({ watchId, requestId, msgType, msgData }))
}

/** Answers a frame with what was thrown. */
export function replyError(socket: WebSocket, frame: Frame, error: unknown): void {
  const { code, message } = toWireError(error)
  reply(socket, frame, 'ERROR', { code, message, errCode: errCodeOf(code) })
}

/** What tells watchers of events: the events are already JSON. */
export interface EventFrame {
  msgType: 'INIT_EVENT' | 'NEXT_EVENT'
  queryID: string
  currEvent: number
  /** JSON, without the brackets of the list. */
  events: string
}

/** The end of an event frame's text; it is the same for all watchers of one grant. */
export function eventFrameTail({ msgType, queryID, currEvent, events }: EventFrame): string {
  return `"msgType":"${msgType}","msgData":{"queryID":"${queryID}","currEvent":${currEvent},"events":[${events}]}}`
}

/** `orderBy` of the wire as a sort; null when there is none. */
export function sortOf(orderBy: unknown): Sort | null {
  if (!isPlainObject(orderBy) || Object.keys(orderBy).length === 0) return null
  return Object.fromEntries(
    Object.entries(orderBy).map(([path, direction]) => [path, direction === 'desc' ? -1 : 1]),
  )
}
