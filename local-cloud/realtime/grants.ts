import { randomUUID } from 'node:crypto'
import type { Query } from '../database/definitions'
import type { Engine } from '../database/engine'
import { encode } from '../database/wire'
import type { Change } from '../database/writer'
import { documentKey } from '../rules/get-reader'
import type { Permit } from '../rules/rule-book'
import { LiveQuery, type WatchRequest } from './live-query'

/** How long a grant outlives its last watcher, so that they may come back: ms. */
const KEPT_MS = 60_000

/** That one person may watch one query, while its rule holds. Their watches of it share a grant. */
export interface Grant<Watcher> {
  /** `queryID` on the wire. */
  id: string
  openid: string
  collection: string
  /** The query as it was asked, before the rule narrowed it. */
  asked: Query
  permit: Permit
  live: LiveQuery
  watchers: Set<Watcher>
  /** When the last watcher left; null while there is one. */
  idleSince: number | null
}

/** Who may watch what. People who watch the same documents share one LiveQuery. */
export class Grants<Watcher> {
  private readonly byId = new Map<string, Grant<Watcher>>()
  private readonly byText = new Map<string, Grant<Watcher>>()
  private readonly lives = new Map<string, LiveQuery>()

  constructor(private readonly engine: Engine) {}

  /** A grant for what a permit allows. Throws when the query can't be watched. */
  open(openid: string, asked: Query, permit: Permit, request: WatchRequest): Grant<Watcher> {
    const liveText = encode(request)
    const text = `${openid}\n${encode(asked)}\n${liveText}`
    const known = this.byText.get(text)
    if (known) {
      known.permit = permit
      return known
    }
    const live = this.lives.get(liveText) ?? new LiveQuery(this.engine, request)
    const { collection } = request
    const grant: Grant<Watcher> = {
      id: randomUUID(),
      openid,
      collection,
      asked,
      permit,
      live,
      watchers: new Set(),
      idleSince: null,
    }
    this.lives.set(liveText, live)
    this.byText.set(text, grant)
    this.byId.set(grant.id, grant)
    return grant
  }

  /** The grant of a `queryID`. */
  byQueryId(id: unknown): Grant<Watcher> | undefined {
    return typeof id === 'string' ? this.byId.get(id) : undefined
  }

  /** All grants, those without watchers included. */
  list(): Grant<Watcher>[] {
    return [...this.byId.values()]
  }

  /** The grants that a commit may end: their `get`s read what has changed, or their time may be over. */
  doubtful(changes: Change[]): Grant<Watcher>[] {
    const changed = new Set(changes.map(({ collection, id }) => documentKey(collection, id)))
    const touched = collectionsOf(changes)
    return this.list().filter(
      ({ permit, collection }) =>
        (permit.isTimed && touched.has(collection)) || permit.reads.some((name) => changed.has(name)),
    )
  }

  /** The grants of the collections a commit has changed. */
  watching(changes: Change[]): Grant<Watcher>[] {
    const touched = collectionsOf(changes)
    return this.list().filter(({ collection }) => touched.has(collection))
  }

  /** Takes a watcher off who has closed their watch. */
  leave(grant: Grant<Watcher>, watcher: Watcher): void {
    grant.watchers.delete(watcher)
    if (grant.watchers.size === 0 && grant.idleSince === null) this.end(grant)
  }

  /** Takes a watcher off whose connection is gone; the grant stays a while. `now` is in ms. */
  lose(grant: Grant<Watcher>, watcher: Watcher, now: number): void {
    grant.watchers.delete(watcher)
    if (grant.watchers.size === 0) grant.idleSince = now
  }

  /** Forgets a grant. */
  end(grant: Grant<Watcher>): void {
    this.byId.delete(grant.id)
    for (const [text, one] of this.byText) if (one === grant) this.byText.delete(text)
    if (this.list().some(({ live }) => live === grant.live)) return
    for (const [text, live] of this.lives) if (live === grant.live) this.lives.delete(text)
  }

  /** Forgets the grants that nobody has come back to. `now` is in ms. */
  sweep(now: number): void {
    for (const grant of this.byId.values()) {
      if (grant.idleSince !== null && now - grant.idleSince > KEPT_MS) this.end(grant)
    }
  }
}

function collectionsOf(changes: Change[]): Set<string> {
  return new Set(changes.map(({ collection }) => collection))
}
