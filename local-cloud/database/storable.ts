import { calculateObjectSize } from 'bson'
import { requestFailed } from '../errors'
import type { Document } from './definitions'
import { MOST_DOCUMENT_BYTES, MOST_LEVELS } from './limits'
import { updateFailed } from './update-error'
import { isPlainObject } from './wire'

/** A field costs at most this much in BSON besides its name and its text. */
const FIELD_OVERHEAD = 24
const MOST_BYTES_OF_A_CHARACTER = 3

/** Whether a document comes by an insert or by an update: MongoDB refuses the two in different words. */
export type Origin = 'insert' | 'update'

/** Throws for what MongoDB doesn't store: names that begin with `$`, too many levels, too many bytes. */
export function checkStorable(doc: Document, origin: Origin): void {
  const estimate = measure(doc, 1)
  if (estimate <= MOST_DOCUMENT_BYTES || calculateObjectSize(doc) <= MOST_DOCUMENT_BYTES) return
  if (origin === 'insert') throw requestFailed('an inserted document is too large')
  throw updateFailed(`Resulting document after update is larger than ${MOST_DOCUMENT_BYTES}`)
}

/** No fewer bytes than the value has in BSON; checks names and levels on the way. */
function measure(value: unknown, level: number): number {
  if (typeof value === 'string') return FIELD_OVERHEAD + value.length * MOST_BYTES_OF_A_CHARACTER
  if (typeof value !== 'object' || value === null || value instanceof Date) return FIELD_OVERHEAD
  if (!Array.isArray(value) && !isPlainObject(value)) return Infinity
  if (level > MOST_LEVELS) {
    throw updateFailed(`cannot insert document because it exceeds ${MOST_LEVELS} levels of nesting`)
  }
  let sum = FIELD_OVERHEAD
  for (const [key, item] of Object.entries(value)) {
    if (key.startsWith('$')) throw badName(key)
    sum += key.length * MOST_BYTES_OF_A_CHARACTER + measure(item, level + 1)
  }
  return sum
}

function badName(key: string): Error {
  return updateFailed(`The dollar ($) prefixed field '${key}' in '${key}' is not valid for storage.`)
}
