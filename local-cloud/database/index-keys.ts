import type { Document, IndexDefinition } from './definitions'
import { requestFailed } from '../errors'
import { cellKeysAt, directionsOf, isGeo } from './geo/geo-index'
import { EMPTY_ARRAY, invert, orderKey } from './order-key'
import { isPosition } from './paths'
import { isPlainObject } from './wire'

/** What a document puts into one index. */
export interface IndexKeys {
  /** Distinct keys, each in the index's order (descending parts inverted). */
  keys: Buffer[]
  /** Which of the index's paths met an array, by position. */
  multikey: number[]
}

interface Step {
  value: unknown
  rest: string[]
}

/**
 * The keys of a document in an index: one, or one per element where a path meets an array (multikey).
 * Throws when two paths meet different arrays, as MongoDB does.
 */
export function indexKeys(doc: Document, definition: IndexDefinition): IndexKeys {
  if (isGeo(definition)) return geoIndexKeys(doc, definition)
  const directions = directionsOf(definition)
  const multikey = new Set<number>()
  const start = Object.keys(definition.keys).map((path) => ({ value: doc, rest: path.split('.') }))
  const distinct = new Map<string, Buffer>()
  for (const tuple of expand(start, multikey)) {
    const key = Buffer.concat(tuple.map((value, i) => component(value, directions[i] ?? 1)))
    distinct.set(key.toString('latin1'), key)
  }
  return { keys: [...distinct.values()], multikey: [...multikey] }
}

/**
 * The keys of a document in a geo index: every combination of its cells and of the other paths' values. A document
 * without any place has none (MongoDB's `2dsphere` indexes are sparse).
 */
function geoIndexKeys(doc: Document, definition: IndexDefinition): IndexKeys {
  const multikey: number[] = []
  const parts = Object.entries(definition.keys).map(([path, kind], position) => {
    if (kind === '2dsphere') return cellKeysAt(doc, path)
    const met = new Set<number>()
    const values = expand([{ value: doc, rest: path.split('.') }], met)
    if (met.size > 0) multikey.push(position)
    return values.map(([value]) => component(value, kind))
  })
  const isSomewhere = Object.values(definition.keys).some(
    (kind, i) => kind === '2dsphere' && (parts[i]?.length ?? 0) > 0,
  )
  if (!isSomewhere) return { keys: [], multikey: [] }
  const missing = [orderKey(null)]
  const keys = parts
    .map((part) => (part.length > 0 ? part : missing))
    .reduce(
      (heads, tails) => heads.flatMap((head) => tails.map((tail) => Buffer.concat([head, tail]))),
      [Buffer.alloc(0)],
    )
  const distinct = new Map(keys.map((key) => [key.toString('latin1'), key]))
  return { keys: [...distinct.values()], multikey }
}

/** True when two versions of a document are alike in all that an index looks at; false says nothing. */
export function haveSameKeys(a: Document, b: Document, { keys }: IndexDefinition): boolean {
  return Object.keys(keys).every((path) => {
    const [root = ''] = path.split('.', 1)
    return isAlike(a[root], b[root])
  })
}

function isAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime()
  return (
    Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => isAlike(item, b[i]))
  )
}

/** One part of a compound key. */
export function component(value: unknown, direction: 1 | -1): Buffer {
  const bytes = orderKey(value)
  return direction === 1 ? bytes : invert(bytes)
}

function expand(steps: Step[], multikey: Set<number>): unknown[][] {
  const walked = steps.map(advance)
  const arrays = new Set(walked.filter((step) => Array.isArray(step.value)).map((step) => step.value))
  if (arrays.size === 0) return [walked.map((step) => step.value)]
  if (arrays.size > 1) throw requestFailed('cannot index parallel arrays')
  const [array] = arrays
  walked.forEach((step, i) => step.value === array && multikey.add(i))
  const elements = array as unknown[]
  if (elements.length === 0) return [walked.map((step) => emptied(step, array))]
  return elements.flatMap((element) =>
    expandElement(
      walked.map((step) => (step.value === array ? { value: element, rest: step.rest } : step)),
      walked.map((step) => step.value === array && step.rest.length === 0),
      multikey,
    ),
  )
}

/** Elements at the end of a path are keys as they are, arrays included; the other paths go on. */
function expandElement(steps: Step[], final: boolean[], multikey: Set<number>): unknown[][] {
  const open = steps.map((step, i) => (final[i] ? { value: null, rest: [] } : step))
  return expand(open, multikey).map((tuple) => tuple.map((value, i) => (final[i] ? steps[i]?.value : value)))
}

function emptied(step: Step, array: unknown): unknown {
  if (step.value !== array) return step.value
  return step.rest.length === 0 ? EMPTY_ARRAY : undefined
}

function advance(step: Step): Step {
  let { value, rest } = step
  while (rest.length > 0) {
    const [part = '', ...after] = rest
    if (Array.isArray(value)) {
      if (!isPosition(part)) return { value, rest }
      value = (value as unknown[])[Number(part)]
    } else value = isPlainObject(value) ? value[part] : undefined
    rest = after
  }
  return { value, rest }
}
