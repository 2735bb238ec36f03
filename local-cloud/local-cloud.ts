import type { CloudClock } from './clock'
import type { Document, Query, Sort } from './database/definitions'
import type { Faults } from './faults/faults'
import type { Invocation } from './functions/invocation'
import type { MediaChecks } from './openapi/media-checks'
import type { Consents, OutboxMessage } from './openapi/outbox'
import type { NewPersona, Persona } from './personas/persona-book'
import type { StoredFile } from './storage/file-store'

/** The database for seeds and tests: past all rules, never strict about scans. */
export interface AdminDatabase {
  /** Adds documents, all or none; gives their ids. */
  insert(collection: string, docs: Document[]): Promise<unknown[]>
  find(collection: string, query?: Query, options?: { sort?: Sort; limit?: number }): Promise<Document[]>
  /** One document; null when there is none. */
  get(collection: string, id: unknown): Promise<Document | null>
  /** Updates all that match with MongoDB's operators; gives how many changed. */
  update(collection: string, query: Query, update: Document): Promise<number>
  remove(collection: string, query: Query): Promise<number>
  count(collection: string, query?: Query): Promise<number>
  /** Which index serves a query: its name, '_id', or null for a scan. */
  explain(collection: string, query: Query, sort?: Sort): { index: string | null }
}

/** A running local cloud. */
export interface LocalCloud {
  /** `http://host:port` */
  url: string
  port: number
  env: string
  clock: CloudClock
  database: AdminDatabase
  functions: {
    /** Calls a function as a user; gives what it returned. No fault and no limit of size stands before it. Throws FunctionError. */
    invoke(name: string, data: unknown, caller: { openid: string; source?: string }): Promise<unknown>
    /** The last 500 calls, oldest first. */
    logs(): Invocation[]
  }
  storage: {
    list(): StoredFile[]
    /** Stores a file as a function would; gives its id. */
    write(cloudPath: string, content: Buffer): string
    /** A file's content by its id; null when there is none. */
    read(fileId: string): Buffer | null
  }
  outbox: { list(): OutboxMessage[] }
  consents: Pick<Consents, 'grant' | 'count' | 'list'>
  /** Media whose verdict is to come, and what the verdicts on addresses that contain a text shall be. */
  mediaChecks: Pick<MediaChecks, 'pending' | 'decide'>
  timers: {
    /** Runs one trigger now; gives the function's result. */
    fire(functionName: string, triggerName: string): Promise<unknown>
    /** Runs every trigger, and pushes every verdict, that is due by the cloud's clock, each once. */
    runDue(): Promise<void>
  }
  personas: {
    create(persona: NewPersona): Persona
    /** Signs a persona out for good: their token, and their open sockets. False when there is none. */
    remove(id: string): boolean
    list(): Persona[]
    byToken(token: string): Persona | undefined
    byId(id: string): Persona | undefined
  }
  /** The fault dial; set its fields at any time. */
  faults: Faults
  /** Drops a share of the clients' sockets (all, unless told), as a bad network does; `faults.seed` decides which. */
  dropSockets(share?: number): void
  close(): Promise<void>
}
