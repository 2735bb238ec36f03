import { conditionsOf } from './conditions'
import type { Document, Query } from './definitions'
import { Matcher } from './matcher'
import { updateFailed } from './update-error'
import { findPlace, read } from './update-paths'

/**
 * The plain paths an update path stands for: `a.$` is the element the query met, `a.$[]` is every one.
 * Throws, as MongoDB does, when the query says nothing of the array.
 */
export function resolvePositions(doc: Document, path: string, query: Query): string[] {
  const parts = path.split('.')
  const at = parts.findIndex((part) => part.startsWith('$'))
  if (at < 0) return [path]
  const array = parts.slice(0, at).join('.')
  const part = parts[at] ?? ''
  const filter = /^\$\[(.+)\]$/.exec(part)
  if (filter)
    throw updateFailed(`No array filter found for identifier '${filter[1] ?? ''}' in path '${path}'`)
  const items = arrayOf(doc, array, part)
  return positions(part, array, items, query, doc).flatMap((position) =>
    resolvePositions(doc, [array, String(position), ...parts.slice(at + 1)].join('.'), query),
  )
}

function positions(part: string, array: string, items: unknown[], query: Query, doc: Document): number[] {
  if (part === '$[]') return items.map((_, i) => i)
  const position = metBy(query, doc, array, items)
  if (position >= 0) return [position]
  throw updateFailed('The positional operator did not find the match needed from the query.')
}

function arrayOf(doc: Document, path: string, part: string): unknown[] {
  const place = findPlace(doc, path)
  const value = place ? read(place) : undefined
  if (Array.isArray(value)) return value as unknown[]
  if (part === '$')
    throw updateFailed('The positional operator did not find the match needed from the query.')
  throw updateFailed(`The path '${path}' must exist in the document in order to apply array updates.`)
}

/** The position of the element by which a document met a query; -1 when the query says nothing of that array. */
export function metBy(query: Query, doc: Document, array: string, items: unknown[]): number {
  const { all, alternatives } = conditionsOf(query)
  for (const { path, operator, operand } of all) {
    if (path !== array && !path.startsWith(`${array}.`)) continue
    const found = firstMatch(items, elementQuery(path.slice(array.length + 1), operator, operand))
    if (found >= 0) return found
  }
  const met = alternatives.flat().filter((branch) => new Matcher(branch).test(doc))
  for (const branch of met) {
    const found = metBy(branch, doc, array, items)
    if (found >= 0) return found
  }
  return -1
}

/** What an element, held in `{array: [element]}`, must fulfil; `rest` is the path inside the element. */
function elementQuery(rest: string, operator: string, operand: unknown): Query {
  if (rest === '' && operator === '$elemMatch') return { array: { $elemMatch: operand } }
  return { [rest === '' ? 'array' : `array.${rest}`]: { [operator]: operand } }
}

function firstMatch(items: unknown[], query: Query): number {
  const matcher = new Matcher(query)
  return items.findIndex((element) => matcher.test({ array: [element] }))
}
