import { existsSync } from 'node:fs'
import Sqlite from 'libsql'
import { StartError } from '../errors'
import { LogSync } from './log-sync'

/** A stored document: its row number, its `_id` as an order key, and its EJSON text. */
export interface StoredRow {
  row: number
  id: Buffer
  body: string
}

/** A stored document met through an index, with the key it was met by. */
export interface EntryRow extends StoredRow {
  key: Buffer
}

/** A half-open range of keys; null means no end. */
export interface KeyRange {
  from: Buffer
  to: Buffer | null
}

const LAYOUT_VERSION = '1'

const LAYOUT = `
  CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS indexes (
    id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL,
    multikey TEXT NOT NULL DEFAULT '[]', UNIQUE (collection, name));
  CREATE TABLE IF NOT EXISTS documents (
    row INTEGER PRIMARY KEY, collection INTEGER NOT NULL, id BLOB NOT NULL, body TEXT NOT NULL,
    UNIQUE (collection, id));
  CREATE INDEX IF NOT EXISTS documents_in_order ON documents (collection);
  CREATE TABLE IF NOT EXISTS entries (
    index_id INTEGER NOT NULL, key BLOB NOT NULL, row INTEGER NOT NULL,
    PRIMARY KEY (index_id, key, row)) WITHOUT ROWID;
`

const NO_KEY = Buffer.alloc(0)

type Statement = ReturnType<Sqlite.Database['prepare']>

const IN_MEMORY = ':memory:'

/** Pages that SQLite keeps: the upper levels of its trees for some hundred thousand documents. */
const CACHE_KIB = 16_000

/**
 * The data file: one SQLite database, reached through libsql. What a committed `transaction` wrote is with the
 * operating system in the write-ahead log and survives kill -9; it is on the disk a moment later (`LogSync`), so loss
 * of power takes at most that moment, and never a part of a transaction.
 */
export class Store {
  readonly sqlite: Sqlite.Database
  private readonly statements = new Map<string, Statement>()
  private readonly logSync: LogSync | null
  private depth = 0

  /**
   * `file` is a path or ':memory:'. Throws StartError: DataBroken when the file is no sound database, DataTaken when
   * another local cloud has it open.
   */
  constructor(private readonly file: string) {
    try {
      this.sqlite = new Sqlite(file)
      this.sqlite.pragma('journal_mode = WAL')
      this.sqlite.pragma('synchronous = NORMAL')
      this.sqlite.pragma(`cache_size = -${CACHE_KIB}`)
      this.checkSound()
      this.lock()
      this.sqlite.exec(LAYOUT)
      this.checkVersion()
      this.logSync = file === IN_MEMORY ? null : new LogSync(`${file}-wal`)
    } catch (error) {
      throw unusable(file, error)
    }
  }

  /** Keeps others out, until `close`: two clouds over the same data would not see each other's transactions. */
  private lock(): void {
    this.sqlite.pragma('locking_mode = EXCLUSIVE')
    this.sqlite.exec('BEGIN IMMEDIATE')
    this.sqlite.exec('COMMIT')
  }

  /** libsql 0.5 lets go of the file only when its statements are collected: the lock and the log must go before. */
  private unlock(): void {
    // Someone may have removed the file meanwhile: then nothing is locked any more.
    if (!existsSync(this.file)) return
    this.sqlite.pragma('locking_mode = NORMAL')
    this.sqlite.pragma('journal_mode = DELETE')
  }

  private checkSound(): void {
    const [result] = this.sqlite.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[]
    if (result?.quick_check !== 'ok') throw new Error(result?.quick_check ?? 'no answer to quick_check')
  }

  private checkVersion(): void {
    this.run('INSERT OR IGNORE INTO meta VALUES (?, ?)', ['layout', LAYOUT_VERSION])
    const found = this.get<{ value: string }>('SELECT value FROM meta WHERE name = ?', ['layout'])
    if (found?.value !== LAYOUT_VERSION) throw new Error(`layout ${found?.value ?? '?'} is not known here`)
  }

  /** Documents of a query for row, id, body, and perhaps key. Only raw rows give blobs as Buffers in libsql 0.5. */
  private documents(sql: string, values: unknown[]): EntryRow[] {
    const rows = this.prepared(sql).raw(true).all(values) as [number, Buffer, string, Buffer?][]
    return rows.map(([row, id, body, key]) => ({ row, id, body, key: key ?? NO_KEY }))
  }

  /** Rows of a query without blobs; `values` fill its question marks. */
  all<Row>(sql: string, values: unknown[] = []): Row[] {
    return this.prepared(sql).all(values) as Row[]
  }

  /** The first row of a query, if any. */
  get<Row>(sql: string, values: unknown[] = []): Row | undefined {
    return this.prepared(sql).get(values) as Row | undefined
  }

  /** Runs a change and returns the number of the last row inserted. */
  run(sql: string, values: unknown[] = []): number {
    if (this.depth === 0) return this.transaction(() => this.run(sql, values))
    return Number(this.prepared(sql).run(values).lastInsertRowid)
  }

  private prepared(sql: string): Statement {
    const known = this.statements.get(sql)
    if (known) return known
    const statement = this.sqlite.prepare(sql)
    this.statements.set(sql, statement)
    return statement
  }

  /** All or nothing: commits what `work` did, or takes all of it back when it throws. May be nested. */
  transaction<T>(work: () => T): T {
    if (this.depth > 0) return work()
    this.logSync?.check()
    this.sqlite.exec('BEGIN IMMEDIATE')
    this.depth = 1
    try {
      const result = work()
      this.sqlite.exec('COMMIT')
      return result
    } catch (error) {
      this.sqlite.exec('ROLLBACK')
      throw error
    } finally {
      this.depth = 0
      this.logSync?.touch()
    }
  }

  /** A document by its id's order key. */
  byId(collection: number, id: Buffer): StoredRow | undefined {
    const sql = 'SELECT row, body FROM documents WHERE collection = ? AND id = ?'
    const found = this.get<{ row: number; body: string }>(sql, [collection, id])
    return found && { row: found.row, id, body: found.body }
  }

  /** A page of documents in the order of their ids. */
  byIdRange(collection: number, range: KeyRange, reverse: boolean, page: number): StoredRow[] {
    const end = range.to ? 'AND id < ?' : ''
    const sql = `SELECT row, id, body FROM documents WHERE collection = ? AND id >= ? ${end}
      ORDER BY id ${reverse ? 'DESC' : 'ASC'} LIMIT ?`
    return this.documents(sql, [collection, range.from, ...(range.to ? [range.to] : []), page])
  }

  /** A page of an index in the order of its keys; `after` is the last entry of the page before. */
  byKeyRange(
    index: number,
    range: KeyRange,
    reverse: boolean,
    page: number,
    after: { key: Buffer; row: number } | null,
  ): EntryRow[] {
    const from = after && !reverse ? '(e.key, e.row) > (?, ?)' : 'e.key >= ?'
    const to = after && reverse ? 'AND (e.key, e.row) < (?, ?)' : range.to ? 'AND e.key < ?' : ''
    const sql = `SELECT d.row, d.id, d.body, e.key FROM entries e CROSS JOIN documents d ON d.row = e.row
      WHERE e.index_id = ? AND ${from} ${to}
      ORDER BY e.key ${reverse ? 'DESC' : 'ASC'}, e.row ${reverse ? 'DESC' : 'ASC'} LIMIT ?`
    const start = after && !reverse ? [after.key, after.row] : [range.from]
    const end = after && reverse ? [after.key, after.row] : range.to ? [range.to] : []
    return this.documents(sql, [index, ...start, ...end, page])
  }

  /** A page of a whole collection in the order of insertion. */
  byRow(collection: number, afterRow: number, page: number): StoredRow[] {
    const sql = 'SELECT row, id, body FROM documents WHERE collection = ? AND row > ? ORDER BY row LIMIT ?'
    return this.documents(sql, [collection, afterRow, page])
  }

  /** How many documents a collection has. */
  count(collection: number): number {
    const sql = 'SELECT count(*) AS total FROM documents WHERE collection = ?'
    return this.get<{ total: number }>(sql, [collection])?.total ?? 0
  }

  /** Closes the data file, with all that was written in its one file. */
  close(): void {
    this.logSync?.close()
    this.unlock()
    this.statements.clear()
    this.sqlite.close()
  }
}

function unusable(file: string, error: unknown): StartError {
  if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') {
    return new StartError(
      'DataTaken',
      `The local cloud's data are in use by another one: ${file}. End that program, or use another data folder.`,
    )
  }
  const reason = error instanceof Error ? error.message : String(error)
  return new StartError(
    'DataBroken',
    `The local cloud's data file can't be read: ${file} (${reason}). Put back a copy, or remove the file to begin anew.`,
  )
}
