import { conditionsOf } from './conditions'
import type { Document, Query } from './definitions'
import { firstMatch } from './update-array'
import { updateFailed } from './update-error'
import { placeOf, read } from './update-paths'

/**
 * The plain paths an update path stands for: `a.$` is the element the query met, `a.$[]` is every one.
 * Throws, as MongoDB does, when the query says nothing of the array.
 */
export function resolvePositions(doc: Document, path: string, query: Query): string[] {
  const parts = path.split('.')
  const at = parts.findIndex((part) => part.startsWith('$'))
  if (at < 0) return [path]
  const array = parts.slice(0, at).join('.')
  const rest = parts.slice(at + 1)
  const items = arrayOf(doc, array)
  return positions(parts[at] ?? '', array, items, query).flatMap((position) =>
    resolvePositions(doc, [array, String(position), ...rest].join('.'), query),
  )
}

function positions(part: string, array: string, items: unknown[], query: Query): number[] {
  if (part === '$[]') return items.map((_, i) => i)
  if (part !== '$') throw updateFailed(`array filters are not supported: '${part}'`)
  const position = metBy(query, array, items)
  if (position >= 0) return [position]
  throw updateFailed('The positional operator did not find the match needed from the query.')
}

function arrayOf(doc: Document, path: string): unknown[] {
  const place = placeOf(doc, path, false)
  const value = place ? read(place) : undefined
  if (Array.isArray(value)) return value as unknown[]
  throw updateFailed(`The path '${path}' must exist in the document in order to apply array updates.`)
}

function metBy(query: Query, array: string, items: unknown[]): number {
  for (const { path, operator, operand } of conditionsOf(query).all) {
    if (path !== array && !path.startsWith(`${array}.`)) continue
    const inner = path === array ? 'element' : `element${path.slice(array.length)}`
    const isElement = path === array && operator === '$elemMatch'
    const asked = isElement ? elementCondition(operand) : { [inner]: { [operator]: operand } }
    const found = firstMatch(items, asked)
    if (found >= 0) return found
  }
  return -1
}

function elementCondition(operand: unknown): Query {
  const fields = Object.entries(operand as Document)
  if (fields.every(([key]) => key.startsWith('$'))) return { element: operand }
  return Object.fromEntries(fields.map(([key, value]) => [`element.${key}`, value]))
}
