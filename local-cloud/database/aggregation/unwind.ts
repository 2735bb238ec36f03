import type { Document } from '../definitions'
import { isPlainObject } from '../wire'
import { partsOf, readNested, withNested } from './field-path'
import { failed } from './operator'
import { isNothing, typeName } from './values'
import type { Run } from './stage'

interface Unwind {
  path: string[]
  index: string[] | null
  preserves: boolean
}

/** `$unwind`: a document for each element; what isn't an array counts as one element. */
export function unwind(spec: unknown): Run {
  const { path, index, preserves } = unwindParts(spec)
  const indexed = (doc: Document, at: number | null): Document => (index ? withNested(doc, index, at) : doc)
  return (docs) =>
    docs.flatMap((doc) => {
      const value = readNested(doc, path)
      if (Array.isArray(value) && value.length > 0) {
        return value.map((item: unknown, at) => indexed(withNested(doc, path, item), at))
      }
      if (isNothing(value)) return preserves ? [indexed(doc, null)] : []
      if (!Array.isArray(value)) return [indexed(doc, null)]
      return preserves ? [indexed(withNested(doc, path, undefined), null)] : []
    })
}

function unwindParts(spec: unknown): Unwind {
  if (typeof spec !== 'string' && !isPlainObject(spec)) {
    throw failed(
      `expected either a string or an object as specification for $unwind stage, got ${typeName(spec)}`,
    )
  }
  const options: Document = typeof spec === 'string' ? { path: spec } : spec
  const known = ['path', 'preserveNullAndEmptyArrays', 'includeArrayIndex']
  const stray = Object.keys(options).find((key) => !known.includes(key))
  if (stray !== undefined) throw failed(`unrecognized option to $unwind stage: ${stray}`)
  const { path, includeArrayIndex, preserveNullAndEmptyArrays = false } = options
  if (typeof preserveNullAndEmptyArrays !== 'boolean') {
    throw failed(
      `expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ${typeName(preserveNullAndEmptyArrays)}`,
    )
  }
  return {
    path: partsOf(pathOf(path).slice(1)),
    index: 'includeArrayIndex' in options ? partsOf(indexName(includeArrayIndex)) : null,
    preserves: preserveNullAndEmptyArrays,
  }
}

function pathOf(path: unknown): string {
  if (path === undefined) throw failed('no path specified to $unwind stage')
  if (typeof path !== 'string') {
    throw failed(`expected a string as the path for $unwind stage, got ${typeName(path)}`)
  }
  if (path.startsWith('$')) return path
  throw failed(`path option to $unwind stage should be prefixed with a '$': ${path}`)
}

function indexName(name: unknown): string {
  if (typeof name !== 'string' || name === '') {
    throw failed(
      `expected a non-empty string for the includeArrayIndex  option to $unwind stage, got ${typeName(name)}`,
    )
  }
  if (!name.startsWith('$')) return name
  throw failed(`includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${name}`)
}
