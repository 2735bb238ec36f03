import type { Document, Query } from './definitions'
import { equalValues } from './order-key'
import { resolvePositions } from './positional'
import { typeName } from './type-names'
import { ARRAY_OPERATORS } from './update-array'
import { show, updateFailed } from './update-error'
import { FIELD_OPERATORS } from './update-fields'
import { checkWay, erase, findPlace, makePlace, read, write, type Place } from './update-paths'
import { clone, isPlainObject } from './wire'

/** What an operator knows of the document it changes. */
export interface UpdateContext {
  path: string
  /** The document's `_id`, for messages. */
  id: unknown
  /** The cloud's time, epoch ms. */
  now: number
}

/** One update operator. */
export interface UpdateOperator {
  /** Throws for an operand it can't work with, before anything is changed. */
  check?: (operand: unknown, path: string) => void
  /** Changes one path of a document. */
  apply: (place: Place, operand: unknown, context: UpdateContext) => void
  /** True for operators that pass over a path that isn't there. */
  needsPlace?: boolean
}

const rename: Pick<UpdateOperator, 'check'> = {
  check: (to, path) => {
    if (typeof to !== 'string') {
      throw updateFailed(`The 'to' field for $rename must be a string: ${path}: ${show(to)}`)
    }
    if (to === path) {
      throw updateFailed(`The source and target field for $rename must differ: ${path}: ${show(to)}`)
    }
    for (const [side, name] of Object.entries({ source: path, destination: to })) {
      if (name.includes('$')) throw updateFailed(`The ${side} field for $rename may not be dynamic: ${name}`)
    }
  },
}

const OPERATORS: Record<string, UpdateOperator> = { ...FIELD_OPERATORS, ...ARRAY_OPERATORS }

/** One path of an update, with what is to happen to it. */
export interface Modifier {
  operator: string
  path: string
  operand: unknown
}

/**
 * The document after an update, as MongoDB would leave it; the given one is not touched. `query` is what
 * found it: the positional `$` needs it. Throws MongoDB's errors for wrong types.
 */
export function applyUpdate(
  doc: Document,
  modifiers: readonly Modifier[],
  query: Query,
  now: number,
): Document {
  const out = clone(doc)
  for (const { operator, path, operand } of modifiers) {
    for (const resolved of resolvePositions(doc, path, query)) {
      applyOne(out, operator, operand, { path: resolved, id: doc._id, now })
    }
  }
  if (!equalValues(out._id, doc._id)) {
    throw updateFailed("Performing an update on the path '_id' would modify the immutable field '_id'")
  }
  return out
}

/** MongoDB goes through paths in the order of their names, which is the order in which new fields appear. */
function byPath(a: Modifier, b: Modifier): number {
  return a.path.replaceAll('.', '\0') < b.path.replaceAll('.', '\0') ? -1 : 1
}

function applyOne(doc: Document, operator: string, operand: unknown, context: UpdateContext): void {
  if (operator === '$rename') return applyRename(doc, context, String(operand))
  const known = OPERATORS[operator]
  if (!known) return
  const place = known.needsPlace ? findPlace(doc, context.path) : makePlace(doc, context.path)
  if (place) known.apply(place, operand, context)
}

function applyRename(doc: Document, { path, id }: UpdateContext, to: string): void {
  checkWay(doc, path)
  refuseElement(doc, 'source', path, id)
  const from = findPlace(doc, path)
  const value = from ? read(from) : undefined
  if (!from || value === undefined) return
  refuseElement(doc, 'destination', to, id)
  erase(from)
  write(makePlace(doc, to), value)
}

/** `$rename` doesn't reach into arrays. */
function refuseElement(doc: Document, side: string, path: string, id: unknown): void {
  const parts = path.split('.')
  for (let i = 1; i < parts.length; i++) {
    const place = findPlace(doc, parts.slice(0, i).join('.'))
    if (!place || !Array.isArray(read(place))) continue
    throw updateFailed(
      `The ${side} field cannot be an array element, '${path}' in doc with _id: ${show(id)} has an array field called '${place.key}'`,
    )
  }
}

/**
 * Takes an update apart, after a check of its form: known operators, operands they can work with, no two on the same
 * path. Throws MongoDB's errors, before anything is changed.
 */
export function parseUpdate(update: Document): Modifier[] {
  if (Object.keys(update).length === 0) throw emptyOperator('$set')
  const modifiers = Object.entries(update).flatMap(([operator, fields]) => modifiersOf(operator, fields))
  const taken: string[] = []
  for (const { operator, path, operand } of modifiers) {
    checkPath(path, taken)
    if (operator === '$rename' && typeof operand === 'string') checkPath(operand, taken)
  }
  return modifiers.filter(({ operator }) => operator !== '$setOnInsert').sort(byPath)
}

function modifiersOf(operator: string, fields: unknown): Modifier[] {
  const known = operator === '$rename' ? rename : operator === '$setOnInsert' ? {} : OPERATORS[operator]
  if (!known) throw updateFailed(`Unknown modifier: ${operator}`)
  if (!isPlainObject(fields)) {
    throw updateFailed(
      `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${show(fields)}}`,
    )
  }
  if (Object.keys(fields).length === 0) throw emptyOperator(operator)
  return Object.entries(fields).map(([path, operand]) => {
    known.check?.(operand, path)
    return { operator, path, operand }
  })
}

function emptyOperator(operator: string): Error {
  return updateFailed(
    `'${operator}' is empty. You must specify a field like so: {${operator}: {<field>: ...}}`,
  )
}

function checkPath(path: string, taken: string[]): void {
  if (path === '') throw updateFailed('An empty update path is not valid.')
  const parts = path.split('.')
  if (parts.includes('')) {
    throw updateFailed(`The update path '${path}' contains an empty field name, which is not allowed.`)
  }
  if (parts[0]?.startsWith('$')) {
    throw updateFailed(`The dollar ($) prefixed field '${parts[0]}' in '${path}' is not valid for storage.`)
  }
  const other = taken.find((seen) => `${seen}.`.startsWith(`${path}.`) || path.startsWith(`${seen}.`))
  if (other !== undefined) {
    const shorter = other.length < path.length ? other : path
    throw updateFailed(`Updating the path '${path}' would create a conflict at '${shorter}'`)
  }
  taken.push(path)
}
