import { isPlainObject } from './wire'

const NUMERIC = /^(0|[1-9]\d*)$/

/** True for a path part that may be the position of an array's element. */
export function isPosition(part: string): boolean {
  return NUMERIC.test(part)
}

/**
 * Every value a dotted path leads to, as MongoDB's matcher sees it: arrays on the way fan out to their
 * objects, and a number in the path picks an element. A missing field gives `undefined`.
 * The arrays at the end of the path are not opened.
 */
export function leavesAt(value: unknown, path: string): unknown[] {
  return walk(value, path.split('.'))
}

function walk(value: unknown, parts: string[]): unknown[] {
  const [part, ...rest] = parts
  if (part === undefined) return [value]
  if (Array.isArray(value)) return walkArray(value, part, rest)
  if (!isPlainObject(value)) return [undefined]
  return Object.hasOwn(value, part) ? walk(value[part], rest) : [undefined]
}

function walkArray(array: unknown[], part: string, rest: string[]): unknown[] {
  const inside = array.filter(isPlainObject).flatMap((item) => walk(item, [part, ...rest]))
  if (!isPosition(part) || Number(part) >= array.length) return inside
  return [...walk(array[Number(part)], rest), ...inside]
}

/** A leaf and, when it is an array, its elements: what an equality or a comparison may hit. */
export function withElements(leaf: unknown): unknown[] {
  return Array.isArray(leaf) ? [leaf, ...(leaf as unknown[])] : [leaf]
}
