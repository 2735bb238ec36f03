import { CloudError, requestFailed, StartError } from '../errors'
import type { CollectionDefinition, IndexDefinition } from './definitions'
import { indexKeys } from './index-keys'
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

  /** Reads again what the data file says of the indexes, after a rollback. */
  reload(): void {
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
    if (this.byName.has(name)) throw requestFailed('Table exist.')
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
    const { keys, multikey } = indexKeys(decodeStored(body), index.definition)
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
    this.store.run('UPDATE indexes SET multikey = ? WHERE id = ?', [
      JSON.stringify([...index.multikey]),
      index.id,
    ])
  }
}

function isSame(a: IndexDefinition, b: IndexDefinition): boolean {
  const text = ({ name, keys, unique }: IndexDefinition) =>
    JSON.stringify([name, Object.entries(keys), unique === true])
  return text(a) === text(b)
}
