import type { Document, IndexDefinition } from './definitions'
import { requestFailed } from '../errors'
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
  const directions = Object.values(definition.keys)
  const multikey = new Set<number>()
  const start = Object.keys(definition.keys).map((path) => ({ value: doc, rest: path.split('.') }))
  const distinct = new Map<string, Buffer>()
  for (const tuple of expand(start, multikey)) {
    const key = Buffer.concat(tuple.map((value, i) => component(value, directions[i] ?? 1)))
    distinct.set(key.toString('latin1'), key)
  }
  return { keys: [...distinct.values()], multikey: [...multikey] }
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
