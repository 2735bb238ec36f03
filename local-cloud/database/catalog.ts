import { CloudError, requestFailed, StartError } from '../errors'
import type { CollectionDefinition, IndexDefinition } from './definitions'
import { isGeo } from './geo/geo-index'
import { indexKeys, type IndexKeys } from './index-keys'
import type { KnownIndex } from './planner'
import type { Store, StoredRow } from './store'
import { decodeStored } from './wire'

/** A collection as the engine knows it. */
export interface Collection {
  id: number
  name: string
  indexes: KnownIndex[]
}

interface IndexRow {
  id: number
  name: string
  definition: string
  multikey: string
}

const REBUILD_PAGE = 500

/** The collections and their indexes, kept in the data file and held to the definitions at start. */
export class Catalog {
  private readonly byName = new Map<string, Collection>()
  private isChanged = false

  constructor(private readonly store: Store) {
    const rows = store.all<{ id: number; name: string }>('SELECT id, name FROM collections')
    for (const { id, name } of rows) this.byName.set(name, { id, name, indexes: this.readIndexes(id) })
  }

  private readIndexes(collection: number): KnownIndex[] {
    const rows = this.store.all<IndexRow>(
      'SELECT id, name, definition, multikey FROM indexes WHERE collection = ? ORDER BY id',
      [collection],
    )
    return rows.map(({ id, definition, multikey }) => ({
      id,
      definition: JSON.parse(definition) as IndexDefinition,
      multikey: new Set(JSON.parse(multikey) as number[]),
    }))
  }

  /** Reads again what the data file says of the indexes, after a rollback that may have taken something back. */
  reload(): void {
    if (!this.isChanged) return
    this.isChanged = false
    for (const collection of this.byName.values()) collection.indexes = this.readIndexes(collection.id)
  }

  /** Every collection, by name. */
  list(): Collection[] {
    return [...this.byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** A collection; throws the cloud's -502005 when there is none of that name. */
  require(name: string): Collection {
    const found = this.byName.get(name)
    if (found) return found
    throw new CloudError(
      'DATABASE_COLLECTION_NOT_EXIST',
      `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem persists, contact us.`,
    )
  }

  /** Makes a collection; throws when it is there already. */
  create(name: string): Collection {
    if (this.byName.has(name)) throw alreadyThere()
    if (!/^[^$\0][^\0]*$/.test(name)) throw requestFailed(`Invalid collection name: ${name}`)
    const id = this.store.transaction(() =>
      this.store.run('INSERT INTO collections (name) VALUES (?)', [name]),
    )
    const collection = { id, name, indexes: [] }
    this.byName.set(name, collection)
    return collection
  }

  /**
   * Makes the collections that are missing, and builds, rebuilds, or drops indexes until they are as defined.
   * Throws StartError BadDefinition when the data don't fit a unique index.
   */
  sync(definitions: readonly CollectionDefinition[]): void {
    for (const { name, indexes } of definitions) {
      const collection = this.byName.get(name) ?? this.create(name)
      this.store.transaction(() => this.syncIndexes(collection, indexes))
    }
  }

  private syncIndexes(collection: Collection, wanted: readonly IndexDefinition[]): void {
    const isWanted = ({ definition }: KnownIndex) => wanted.some((index) => isSame(index, definition))
    for (const index of collection.indexes) if (!isWanted(index)) this.drop(index)
    const kept = collection.indexes.filter(isWanted)
    const built = wanted
      .filter((index) => !kept.some(({ definition }) => isSame(index, definition)))
      .map((index) => this.build(collection, index))
    collection.indexes = [...kept, ...built]
  }

  private drop(index: KnownIndex): void {
    this.store.run('DELETE FROM entries WHERE index_id = ?', [index.id])
    this.store.run('DELETE FROM indexes WHERE id = ?', [index.id])
  }

  private build(collection: Collection, definition: IndexDefinition): KnownIndex {
    checkDefinition(collection, definition)
    const id = this.store.run('INSERT INTO indexes (collection, name, definition) VALUES (?, ?, ?)', [
      collection.id,
      definition.name,
      JSON.stringify(definition),
    ])
    const index: KnownIndex = { id, definition, multikey: new Set() }
    for (let last = 0; ;) {
      const page: StoredRow[] = this.store.byRow(collection.id, last, REBUILD_PAGE)
      for (const { row, body } of page) this.buildEntries(collection, index, row, body)
      last = page.at(-1)?.row ?? last
      if (page.length < REBUILD_PAGE) return index
    }
  }

  private buildEntries(collection: Collection, index: KnownIndex, row: number, body: string): void {
    const { keys, multikey } = keysToBuild(collection, index.definition, body)
    this.noteMultikey(index, multikey)
    for (const key of keys) {
      if (index.definition.unique && this.ownerOf(index, key, row) !== null) {
        throw new StartError(
          'BadDefinition',
          `The index ${index.definition.name} of ${collection.name} can't be unique: two documents have the same values.`,
        )
      }
      this.addEntry(index, key, row)
    }
  }

  /** The row of another document with this key; null when there is none. */
  ownerOf(index: KnownIndex, key: Buffer, row: number | null): number | null {
    const sql = 'SELECT row FROM entries WHERE index_id = ? AND key = ? AND row <> ? LIMIT 1'
    return this.store.get<{ row: number }>(sql, [index.id, key, row ?? -1])?.row ?? null
  }

  /** Adds a document's key to an index. */
  addEntry(index: KnownIndex, key: Buffer, row: number): void {
    this.store.run('INSERT OR IGNORE INTO entries VALUES (?, ?, ?)', [index.id, key, row])
  }

  /** Takes a document's key out of an index. */
  removeEntry(index: KnownIndex, key: Buffer, row: number): void {
    this.store.run('DELETE FROM entries WHERE index_id = ? AND key = ? AND row = ?', [index.id, key, row])
  }

  /** Remembers that paths of an index hold arrays. */
  noteMultikey(index: KnownIndex, positions: number[]): void {
    const fresh = positions.filter((position) => !index.multikey.has(position))
    if (fresh.length === 0) return
    for (const position of fresh) index.multikey.add(position)
    this.isChanged = true
    this.store.run('UPDATE indexes SET multikey = ? WHERE id = ?', [
      JSON.stringify([...index.multikey]),
      index.id,
    ])
  }
}

/** The cloud's own words (source: messages of the real cloud in public repositories); errCode -501001. */
function alreadyThere(): CloudError {
  return new CloudError(
    'DATABASE_COLLECTION_ALREADY_EXIST',
    '[ResourceUnavailable.ResourceExist] Table exist. Please check your request, but if the problem persists, contact us.',
  )
}

const KINDS: readonly unknown[] = [1, -1, '2dsphere']

function checkDefinition(collection: Collection, definition: IndexDefinition): void {
  const what = `The index ${definition.name} of ${collection.name}`
  const unknown = Object.values(definition.keys).find((kind) => !KINDS.includes(kind))
  if (unknown !== undefined) {
    throw new StartError('BadDefinition', `${what} is of a kind that isn't known here: ${String(unknown)}.`)
  }
  if (definition.unique && isGeo(definition)) {
    throw new StartError(
      'BadDefinition',
      `${what} can't be unique: Index type '2dsphere' does not support the unique option.`,
    )
  }
}

function keysToBuild(collection: Collection, definition: IndexDefinition, body: string): IndexKeys {
  try {
    return indexKeys(decodeStored(body), definition)
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    throw new StartError(
      'BadDefinition',
      `The index ${definition.name} of ${collection.name} can't be built: ${error.message}`,
    )
  }
}

function isSame(a: IndexDefinition, b: IndexDefinition): boolean {
  const text = ({ name, keys, unique }: IndexDefinition) =>
    JSON.stringify([name, Object.entries(keys), unique === true])
  return text(a) === text(b)
}
