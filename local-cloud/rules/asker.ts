import type { Document } from '../database/definitions'
import type { Engine } from '../database/engine'
import { isPlainObject } from '../database/wire'

/** Who asks, and what their rules are judged by. */
export interface Asker {
  /** Empty for somebody who isn't signed in. */
  openid: string
  /** The cloud's time in epoch ms. */
  now: number
  /** One document, for `get`; null when there is none. */
  read: (collection: string, id: string) => Document | null
}

/** An asker whose rules read this database. */
export function askerOf(engine: Engine, openid: string, now: number): Asker {
  return { openid, now, read: (collection, id) => readDocument(engine, collection, id) }
}

function readDocument(engine: Engine, collection: string, id: string): Document | null {
  try {
    return engine.find(collection, { query: { _id: id }, limit: 1 })[0] ?? null
  } catch {
    return null
  }
}

/** Replaces the text `{openid}` by who asks, as the platform does in what clients send. */
export function fillOpenid<T>(value: T, openid: string): T {
  return fill(value, openid) as T
}

function fill(value: unknown, openid: string): unknown {
  if (value === '{openid}') return openid
  if (Array.isArray(value)) return value.map((item) => fill(item, openid))
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, openid)]))
}
