import type { Document } from '../database/definitions'
import type { Asker } from './asker'

const MOST_DOCUMENTS = 10

/** A rule's `get` would read more documents than the platform allows. */
export class TooManyReads extends Error {}

/** Reads documents for the `get`s of one expression: each once, at most 10 (source: the platform's limits). */
export class GetReader {
  private readonly found = new Map<string, Document | null>()

  constructor(private readonly asker: Asker) {}

  /** The document at `database.<collection>.<id>`; null when there is none, or the path is no such path. */
  read(path: string): Document | null {
    const [root, collection, ...rest] = path.split('.')
    const id = rest.join('.')
    if (root !== 'database' || !collection || id === '') return null
    const name = documentKey(collection, id)
    const known = this.found.get(name)
    if (known !== undefined) return known
    if (this.found.size >= MOST_DOCUMENTS) throw new TooManyReads()
    const doc = this.asker.read(collection, id)
    this.found.set(name, doc)
    return doc
  }

  /** Names of the documents that were read, there or not. */
  get names(): string[] {
    return [...this.found.keys()]
  }
}

/** How a document is named among those a permit rests on. */
export function documentKey(collection: string, id: unknown): string {
  return `${collection}\n${String(id)}`
}
