import { close, fdatasync, openSync } from 'node:fs'

/** How long a commit may wait for its sync, in ms: as MongoDB's journal (source: its manual, `commitIntervalMs`). */
const LATEST = 100

/**
 * Brings SQLite's write-ahead log to the disk soon after each commit, off the main thread. So a commit waits for no
 * disk, and loss of power takes at most the last moment.
 */
export class LogSync {
  private readonly handle: number
  private timer: NodeJS.Timeout | null = null
  private isRunning = false
  private isClosed = false
  private failure: Error | null = null

  /** `file` is the log of an open database. */
  constructor(file: string) {
    this.handle = openSync(file, 'r+')
  }

  /** Throws what an earlier sync failed with: what follows could not be kept either. */
  check(): void {
    if (this.failure) throw this.failure
  }

  /** Says that the log has grown. */
  touch(): void {
    this.timer ??= setTimeout(() => this.sync(), LATEST).unref()
  }

  private sync(): void {
    this.timer = null
    if (this.isRunning) return this.touch()
    this.isRunning = true
    fdatasync(this.handle, (error) => {
      this.isRunning = false
      this.failure ??= error
      if (this.isClosed) close(this.handle)
    })
  }

  /** Ends it; the database itself syncs what is left when it closes. */
  close(): void {
    this.isClosed = true
    if (this.timer) clearTimeout(this.timer)
    if (!this.isRunning) close(this.handle)
  }
}
