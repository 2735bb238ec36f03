import { sealedPaths } from './sealed-paths'
import type { Sealing } from './sealing'

type Fields = Readonly<Record<string, unknown>>

/** What to do with a text at a sealed path, and with what stands there but is no text, or keeps one from going on. */
interface Change {
  text(text: string): string
  other(value: unknown): unknown
}

/**
 * A document, or its top-level fields, as the database keeps them; the one given stays as it is.
 * @throws KeyError; TypeError where something else than a text or null is to be sealed
 */
export const sealDocument = <T extends object>(sealing: Sealing, collection: string, document: T): T =>
  changeAll(collection, document, (path) => sealer(sealing, collection, path))

/**
 * A document, or some of its fields, as it was before `sealDocument`. What is not as expected is left to the schema.
 * @throws KeyError, BrokenSealError
 */
export const openDocument = <T>(sealing: Sealing, collection: string, document: T): T =>
  changeAll(collection, document, (path) => ({
    text: (text) => sealing.openText(text, placeOf(collection, path)),
    other: (value) => value,
  }))

/**
 * The operations of an update with their plain values sealed, under dotted keys too.
 * @throws TypeError when a command (push, inc, …) touches a sealed path: what it holds can't be sealed
 */
export function sealOperations(sealing: Sealing, collection: string, operations: Fields): Fields {
  const sealOne = (key: string, value: unknown): unknown => {
    const touched = sealedPathsOf(collection).filter((path) => isOverlap(key, path))
    if (touched.length > 0 && !isPlain(value)) {
      throw new TypeError(`${collection}: ${key} is sealed, so write the whole field instead of an operation`)
    }
    return touched.reduce((changed, path) => {
      const rest = path.split('.').slice(key.split('.').length)
      return changeAt(changed, rest, sealer(sealing, collection, path))
    }, value)
  }
  return Object.fromEntries(Object.entries(operations).map(([key, value]) => [key, sealOne(key, value)]))
}

/** @throws TypeError when a condition, an order or a grouping names what is sealed: it would never match */
export function refuseSealed(collection: string, fields: readonly string[]): void {
  const sealed = fields.find((field) => sealedPathsOf(collection).some((path) => isOverlap(field, path)))
  if (sealed !== undefined) {
    throw new TypeError(`${collection}: ${sealed} is sealed and can't be looked up; keep a blind() of it`)
  }
}

const sealedPathsOf = (collection: string): readonly string[] => sealedPaths[collection] ?? []

/** The same for every element of an array: they move. */
const placeOf = (collection: string, path: string): string => `${collection}/${path}`

const sealer = (sealing: Sealing, collection: string, path: string): Change => ({
  text: (text) => sealing.sealText(text, placeOf(collection, path)),
  other: () => {
    throw new TypeError(`${collection}: what stands at ${path} can't be sealed`)
  },
})

const changeAll = <T>(collection: string, document: T, changeFor: (path: string) => Change): T =>
  sealedPathsOf(collection).reduce(
    (changed, path) => changeAt(changed, path.split('.'), changeFor(path)) as T,
    document,
  )

function changeAt(value: unknown, [head, ...rest]: readonly string[], change: Change): unknown {
  if (value === null || value === undefined) return value
  if (head === undefined) return typeof value === 'string' ? change.text(value) : change.other(value)
  if (head === '*') {
    return Array.isArray(value) ? value.map((one) => changeAt(one, rest, change)) : change.other(value)
  }
  if (!isFields(value)) return change.other(value)
  return Object.hasOwn(value, head) ? { ...value, [head]: changeAt(value[head], rest, change) } : value
}

/** Is one of them the other, or in it? Whichever element of an array is meant. */
function isOverlap(one: string, other: string): boolean {
  const [a, b] = [namesIn(one), namesIn(other)]
  return a.slice(0, b.length).every((name, n) => name === b[n])
}

const namesIn = (path: string): string[] => path.split('.').filter((part) => !/^(?:\*|\d+|\$.*)$/.test(part))

function isFields(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false
  const made = Object.getPrototypeOf(value) as object | null
  return made === null || Object.getPrototypeOf(made) === null
}

/** No command of the SDK, which are objects of a class, and none of the database's own, which begin with `$`. */
const isPlain = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  Array.isArray(value) ||
  (isFields(value) && !Object.keys(value).some((key) => key.startsWith('$')))
