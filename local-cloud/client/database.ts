import { Aggregate, aggregateCommands } from './aggregate'
import type { Connection } from './connection'
import { parseDocument, toWire, type WireValue } from './ejson'
import { Geo } from './geo'
import { failure, type Http } from './http'
import { encodeQuery, queryCommands } from './query-command'
import type { ClientDocument, Watcher, WatchHandlers } from './types'
import { encodeUpdate, updateCommands } from './update-command'

interface QueryState {
  collection: string
  query: Record<string, unknown>
  orderBy: Record<string, 'asc' | 'desc'>
  projection: Record<string, unknown> | null
  limit: number | null
  skip: number
}

interface Data {
  data: Record<string, unknown>
}

/** How the database is reached. */
export interface Link {
  http: Http
  connection: Connection
}

const text = (value: unknown): string => JSON.stringify(toWire(value))

/** A query of a client: what `wx.cloud.database().collection(c).where(q)` gives. */
export class ClientQuery {
  constructor(
    protected readonly link: Link,
    protected readonly state: QueryState,
  ) {}

  private with(changes: Partial<QueryState>): ClientQuery {
    return new ClientQuery(this.link, { ...this.state, ...changes })
  }

  where(query: unknown): ClientQuery {
    return this.with({ query: encodeQuery(query) })
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
  field(projection: Record<string, unknown>): ClientQuery {
    const entries = Object.entries(projection).map(([path, value]): [string, unknown] => [
      path,
      typeof value === 'boolean' ? Number(value) : value,
    ])
    return this.with({ projection: Object.fromEntries(entries) })
  }

  private async send(api: string, action: string, body: Record<string, unknown>): Promise<ClientDocument> {
    const query = { collectionName: this.state.collection, query: text(this.state.query) }
    return (await this.link.http.send(api, `database.${action}`, { ...query, ...body })).data
  }

  /** At most 20 documents, as on the platform. */
  async get(api = 'collection.get'): Promise<{ data: ClientDocument[]; errMsg: string }> {
    const { orderBy, projection, limit, skip } = this.state
    const order = Object.entries(orderBy).map(([path, way]) => [path, way === 'desc' ? -1 : 1])
    const data = await this.send(api, 'getDocument', {
      ...(order.length > 0 ? { order: JSON.stringify(Object.fromEntries(order)) } : {}),
      ...(projection ? { projection: text(projection) } : {}),
      ...(limit === null ? {} : { limit }),
      offset: skip,
    })
    return { data: (data.list as string[]).map(parseDocument), errMsg: `${api}:ok` }
  }

  async count(): Promise<{ total: number; errMsg: string }> {
    const { total } = await this.send('collection.count', 'calculateDocument', {})
    return { total: total as number, errMsg: 'collection.count:ok' }
  }

  /** Updates all that match. */
  async update(
    { data }: Data,
    api = 'collection.update',
  ): Promise<{ stats: { updated: number }; errMsg: string }> {
    if ('_id' in data) throw failure(api, -501007, 'the _id of a document cannot be updated')
    const change = { data: text(encodeUpdate(data)), merge: true, multi: true }
    const { updated } = await this.send(api, 'modifyDocument', change)
    return { stats: { updated: updated as number }, errMsg: `${api}:ok` }
  }

  /** Removes all that match. */
  async remove(api = 'collection.remove'): Promise<{ stats: { removed: number }; errMsg: string }> {
    const { deleted } = await this.send(api, 'removeDocument', { multi: true })
    return { stats: { removed: deleted as number }, errMsg: `${api}:ok` }
  }

  /** Tells of the documents now, and of every change from then on, until closed. */
  watch(handlers: WatchHandlers): Watcher {
    return this.link.connection.watch(this.state, handlers)
  }
}

/** A collection: what `wx.cloud.database().collection(c)` gives. */
export class ClientCollection extends ClientQuery {
  constructor(link: Link, collection: string) {
    super(link, { collection, query: {}, orderBy: {}, projection: null, limit: null, skip: 0 })
  }

  /** One document by its id. */
  doc(id: string | number): ClientDoc {
    return new ClientDoc(this.link, this.state.collection, id, this.where({ _id: id }))
  }

  /** Adds a document; the cloud notes whose it is in `_openid`. */
  async add({ data }: Data): Promise<{ _id: string; errMsg: string }> {
    const body = { collectionName: this.state.collection, data: [text(data)] }
    const answer = await this.link.http.send('collection.add', 'database.insertDocument', body)
    const [id] = answer.data.insertedIds as string[]
    return { _id: id ?? '', errMsg: 'collection.add:ok' }
  }

  aggregate(): Aggregate {
    return new Aggregate(async (stages) => {
      const body = { collectionName: this.state.collection, stages }
      const { data } = await this.link.http.send('collection.aggregate', 'database.aggregateDocuments', body)
      return { list: (data.list as string[]).map(parseDocument), errMsg: 'collection.aggregate:ok' }
    })
  }
}

/** One document of a client. */
export class ClientDoc {
  constructor(
    private readonly link: Link,
    private readonly collection: string,
    private readonly id: string | number,
    private readonly query: ClientQuery,
  ) {}

  field(projection: Record<string, unknown>): ClientDoc {
    return new ClientDoc(this.link, this.collection, this.id, this.query.field(projection))
  }

  /** Rejects with errCode -1 when there is no such document. */
  async get(): Promise<{ data: ClientDocument; errMsg: string }> {
    const { data, errMsg } = await this.query.get('document.get')
    if (!data[0]) throw failure('document.get', -1, `document with _id ${this.id} does not exist`)
    return { data: data[0], errMsg }
  }

  update(change: Data): ReturnType<ClientQuery['update']> {
    return this.query.update(change, 'document.update')
  }

  /** Replaces the document, or makes it. */
  async set({
    data,
  }: Data): Promise<{ _id: string | number; stats: { updated: number; created: number }; errMsg: string }> {
    const { id, collection } = this
    if ('_id' in data) throw failure('document.set', -501007, 'the _id of a document cannot be set')
    const answer = await this.link.http.send('document.set', 'database.modifyDocument', {
      collectionName: collection,
      query: text({ _id: id }),
      data: text(data),
      merge: false,
      multi: false,
      upsert: true,
    })
    const updated = Number(answer.data.updated)
    return { _id: id, stats: { updated, created: 1 - updated }, errMsg: 'document.set:ok' }
  }

  remove(): ReturnType<ClientQuery['remove']> {
    return this.query.remove('document.remove')
  }

  watch(handlers: WatchHandlers): Watcher {
    return this.query.watch(handlers)
  }
}

/** What `wx.cloud.database()` gives. Transactions are for functions only, as on the platform. */
export class ClientDatabase {
  readonly command = { ...queryCommands, ...updateCommands, aggregate: aggregateCommands }
  readonly Geo = Geo

  constructor(private readonly link: Link) {}

  collection(name: string): ClientCollection {
    return new ClientCollection(this.link, name)
  }

  /** The server's time when the request arrives, plus `offset` ms. */
  serverDate({ offset = 0 }: { offset?: number } = {}): WireValue {
    return { toWire: () => ({ $tcb_server_date: { offset } }) }
  }

  /** A pattern; options are of `i m s`. */
  RegExp({ regexp, options = '' }: { regexp: string; options?: string }): WireValue {
    return { toWire: () => ({ $regularExpression: { pattern: regexp, options } }) }
  }
}
