import type { Connection } from './connection'
import { parseDocument, toWire } from './ejson'
import { failure, type Http } from './http'
import type { ClientDocument, Watcher, WatchHandlers } from './types'

interface QueryState {
  collection: string
  query: Record<string, unknown>
  orderBy: Record<string, 'asc' | 'desc'>
  limit: number | null
  skip: number
}

/** A query of a client: what `wx.cloud.database().collection(c).where(q)` gives, reading only. */
export class ClientQuery {
  constructor(
    private readonly http: Http,
    private readonly connection: Connection,
    private readonly state: QueryState,
  ) {}

  private with(changes: Partial<QueryState>): ClientQuery {
    return new ClientQuery(this.http, this.connection, { ...this.state, ...changes })
  }

  where(query: Record<string, unknown>): ClientQuery {
    return this.with({ query })
  }

  orderBy(path: string, direction: 'asc' | 'desc'): ClientQuery {
    return this.with({ orderBy: { ...this.state.orderBy, [path]: direction } })
  }

  limit(limit: number): ClientQuery {
    return this.with({ limit })
  }

  skip(skip: number): ClientQuery {
    return this.with({ skip })
  }

  /** At most 20 documents, as on the platform. */
  async get(): Promise<{ data: ClientDocument[]; errMsg: string }> {
    const { collection, query, orderBy, limit, skip } = this.state
    const order = Object.fromEntries(
      Object.entries(orderBy).map(([path, way]) => [path, way === 'desc' ? -1 : 1]),
    )
    const { data } = await this.http.send('collection.get', 'database.getDocument', {
      collectionName: collection,
      query: JSON.stringify(toWire(query)),
      ...(Object.keys(order).length > 0 ? { order: JSON.stringify(order) } : {}),
      ...(limit === null ? {} : { limit }),
      offset: skip,
    })
    return { data: (data.list as string[]).map(parseDocument), errMsg: 'collection.get:ok' }
  }

  async count(): Promise<{ total: number; errMsg: string }> {
    const { data } = await this.http.send('collection.count', 'database.calculateDocument', {
      collectionName: this.state.collection,
      query: JSON.stringify(toWire(this.state.query)),
    })
    return { total: data.total as number, errMsg: 'collection.count:ok' }
  }

  /** Tells of the documents now, and of every change from then on, until closed. */
  watch(handlers: WatchHandlers): Watcher {
    return this.connection.watch(this.state, handlers)
  }

  /** One document by its id. */
  doc(id: string): ClientDoc {
    return new ClientDoc(this.with({ query: { _id: id } }), id)
  }
}

/** One document of a client, reading only. */
export class ClientDoc {
  constructor(
    private readonly query: ClientQuery,
    private readonly id: string,
  ) {}

  /** Rejects with errCode -1 when there is no such document. */
  async get(): Promise<{ data: ClientDocument; errMsg: string }> {
    const { data } = await this.query.get()
    if (!data[0]) throw failure('document.get', -1, `document with _id ${this.id} does not exist`)
    return { data: data[0], errMsg: 'document.get:ok' }
  }

  watch(handlers: WatchHandlers): Watcher {
    return this.query.watch(handlers)
  }
}
