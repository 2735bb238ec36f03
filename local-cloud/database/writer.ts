import type { Catalog, Collection } from './catalog'
import type { Document } from './definitions'
import { haveSameKeys, indexKeys } from './index-keys'
import { orderKey } from './order-key'
import type { KnownIndex } from './planner'
import { leavesAt } from './paths'
import type { Store } from './store'
import { show, updateFailed } from './update-error'
import { decodeStored, encode } from './wire'

/** A document to be as `after` says (null: to be gone). */
export interface Write {
  collection: Collection
  /** The order key of `_id`. */
  id: Buffer
  after: Document | null
  /** `after` as canonical EJSON, where it is known already. */
  text?: string
  /** The document as it was when this was computed, where that is known: spares reading it again. */
  before?: { doc: Document; text: string }
  /** The whole document is replaced, as by `doc().set()`. */
  isReplacement?: boolean
}

/** What a committed write did; one of the two is null for an insert or a removal. */
export interface Change {
  collection: string
  id: unknown
  before: Document | null
  after: Document | null
  /** The document's text before, for transactions that still see it. */
  bodyBefore: string | null
  isReplacement: boolean
}

/** Writes documents together with their index entries. Only within `store.transaction`. */
export class Writer {
  constructor(
    private readonly store: Store,
    private readonly catalog: Catalog,
  ) {}

  /** Brings one document to its new state; null when there was nothing to do. */
  apply(write: Write): Change | null {
    const { collection, id, after, isReplacement = false } = write
    const stored = this.store.byId(collection.id, id)
    if (!stored && !after) return null
    const body = after ? (write.text ?? encode(after)) : null
    if (stored && body === stored.body) return null
    const before = stored ? documentOf(stored.body, write) : null
    const row = this.putBody(collection, id, stored?.row ?? null, body)
    for (const index of collection.indexes) this.moveEntries(collection, index, row, before, after)
    return {
      collection: collection.name,
      id: (after ?? before)?._id,
      before,
      after,
      bodyBefore: stored?.body ?? null,
      isReplacement,
    }
  }

  private putBody(collection: Collection, id: Buffer, row: number | null, body: string | null): number {
    if (row === null) {
      return this.store.run('INSERT INTO documents (collection, id, body) VALUES (?, ?, ?)', [
        collection.id,
        id,
        body,
      ])
    }
    if (body === null) this.store.run('DELETE FROM documents WHERE row = ?', [row])
    else this.store.run('UPDATE documents SET body = ? WHERE row = ?', [body, row])
    return row
  }

  private moveEntries(
    collection: Collection,
    index: KnownIndex,
    row: number,
    before: Document | null,
    after: Document | null,
  ): void {
    if (before && after && haveSameKeys(before, after, index.definition)) return
    const old = before ? indexKeys(before, index.definition).keys : []
    const now = after ? indexKeys(after, index.definition) : { keys: [], multikey: [] }
    this.catalog.noteMultikey(index, now.multikey)
    for (const key of old) if (!has(now.keys, key)) this.catalog.removeEntry(index, key, row)
    for (const key of now.keys) {
      if (has(old, key)) continue
      if (index.definition.unique && this.catalog.ownerOf(index, key, row) !== null) {
        throw duplicate(collection, index.definition.name, after ?? {}, Object.keys(index.definition.keys))
      }
      this.catalog.addEntry(index, key, row)
    }
  }
}

/** A stored document; the one that the write was computed from, where it still is that one. */
function documentOf(body: string, { before }: Write): Document {
  return before?.text === body ? before.doc : decodeStored(body)
}

function has(keys: Buffer[], key: Buffer): boolean {
  return keys.some((other) => other.equals(key))
}

/** The cloud's duplicate key error: errCode -502001 with E11000 in the message. */
export function duplicate(collection: Collection, index: string, doc: Document, paths: string[]): Error {
  const values = paths.map((path) => `: ${show(leavesAt(doc, path)[0])}`).join(', ')
  return updateFailed(
    `E11000 duplicate key error collection: tnt-local.${collection.name} index: ${index} dup key: { ${values} }`,
  )
}

/** The names under which a write is locked: the document's, and one for each unique key it takes. */
export function lockNames({ collection, id, after }: Write): string[] {
  const own = documentName(collection, id)
  if (!after) return [own]
  const unique = collection.indexes.filter(({ definition }) => definition.unique)
  return [
    own,
    ...unique.flatMap((index) =>
      indexKeys(after, index.definition).keys.map((key) => `index ${index.id} ${key.toString('latin1')}`),
    ),
  ]
}

/** The name of a document, for locks and history. */
export function documentName(collection: Collection, id: Buffer): string {
  return `document ${collection.id} ${id.toString('latin1')}`
}

/** The order key of an `_id`; throws for what MongoDB takes for no id. */
export function idKey(id: unknown): Buffer {
  if (Array.isArray(id)) throw updateFailed("The '_id' value cannot be of type array")
  if (id instanceof RegExp) throw updateFailed("The '_id' value cannot be of type regex")
  return orderKey(id)
}
