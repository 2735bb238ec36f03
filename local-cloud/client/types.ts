/** How a client's requests fail, as WeChat's do. */
export interface ClientError {
  errCode: number
  errMsg: string
}

/** A document as the client gets it. */
export type ClientDocument = Record<string, unknown>

/** One change in a snapshot (source: the WeChat docs, `watch`). */
export interface DocumentChange {
  id: number
  queueType: 'init' | 'enqueue' | 'update' | 'dequeue'
  dataType: 'init' | 'add' | 'update' | 'replace' | 'remove' | 'limit'
  docId: string
  doc: ClientDocument
  updatedFields?: Record<string, unknown>
  removedFields?: string[]
}

/** What `onChange` gets: all documents, and what has changed since the last time. */
export interface Snapshot {
  id: number
  docs: ClientDocument[]
  docChanges: DocumentChange[]
  type?: 'init'
}

/** What a watcher does with news. After `onError` nothing more comes. */
export interface WatchHandlers {
  onChange: (snapshot: Snapshot) => void
  onError: (error: ClientError) => void
}

/** An open watch. */
export interface Watcher {
  close(): Promise<void>
}

/** The part of a WebSocket that is used: the browser's, or that of the `ws` package. */
export interface ClientSocket {
  send(text: string): void
  close(): void
  onopen: ((event: never) => void) | null
  onmessage: ((event: never) => void) | null
  onclose: ((event: never) => void) | null
  onerror: ((event: never) => void) | null
}

/** How to reach the cloud. */
export interface CloudClientOptions {
  /** `http://host:port`, without a slash at the end. */
  url: string
  /** The persona's token. */
  token: string
  /** The WebSocket class; the browser's own when left out. */
  webSocket?: new (url: string) => ClientSocket
  /** The browser's own when left out. */
  fetch?: typeof fetch
}
