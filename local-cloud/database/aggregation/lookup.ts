import type { Document, Query } from '../definitions'
import { isPlainObject } from '../wire'
import { compilerOf, variablesOf } from './expression'
import { partsOf, withNested } from './field-path'
import { compileAll, failed } from './operator'
import { reading } from './reading'
import { show, typeName } from './values'
import type { Run, StageContext } from './stage'

const TEXTS = ['from', 'as', 'localField', 'foreignField']

/** `$lookup`: by a field, or by a pipeline with variables of the document (not both, in MongoDB 4.0). */
export function lookup(spec: unknown, context: StageContext): Run {
  const { from, as, ...how } = checked(spec)
  const path = partsOf(String(as))
  const joined =
    how.pipeline === undefined ? byField(String(from), how, context) : byPipeline(String(from), how, context)
  return (docs, variables) =>
    docs.map((doc) => {
      const found = context.reader.has(String(from)) ? joined(doc, variables) : []
      return withNested(doc, path, found)
    })
}

type Join = (doc: Document, variables: Readonly<Record<string, unknown>>) => Document[]

function checked(spec: unknown): Document {
  if (!isPlainObject(spec)) throw failed(`the $lookup specification must be an Object`)
  for (const [key, value] of Object.entries(spec)) {
    if (key === 'pipeline') {
      if (!Array.isArray(value)) throw failed("'pipeline' option must be specified as an array")
    } else if (key === 'let') {
      if (!isPlainObject(value)) {
        throw failed(`$lookup argument 'let: ${show(value)}' must be an object, is type ${typeName(value)}`)
      }
    } else if (!TEXTS.includes(key)) throw failed(`unknown argument to $lookup: ${key}`)
    else if (typeof value !== 'string') {
      throw failed(`$lookup argument '${key}: ${show(value)}' must be a string, is type ${typeName(value)}`)
    }
  }
  checkTogether(spec)
  return spec
}

function checkTogether(spec: Document): void {
  if (!('from' in spec)) throw failed("must specify 'from' field for a $lookup")
  if (!('as' in spec)) throw failed("must specify 'as' field for a $lookup")
  const hasFields = 'localField' in spec || 'foreignField' in spec
  if ('pipeline' in spec) {
    if (hasFields) throw failed("$lookup with 'pipeline' may not specify 'localField' or 'foreignField'")
    return
  }
  if ('let' in spec) throw failed("$lookup with a 'let' argument must also specify 'pipeline'")
  if ('localField' in spec && 'foreignField' in spec) return
  throw failed("$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified")
}

/** An array in the document joins by each of its elements; null, missing and `[]` join null and missing. */
function byField(from: string, { localField, foreignField }: Document, { reader }: StageContext): Join {
  const local = partsOf(String(localField))
  return (doc) => {
    const values = valuesAt(doc, local)
    const query: Query = { [String(foreignField)]: { $in: values.length > 0 ? values : [null] } }
    return reader.select(from, { query }).map((found) => found.doc)
  }
}

/** All values at a path, arrays opened. */
function valuesAt(value: unknown, parts: readonly string[]): unknown[] {
  const [part, ...rest] = parts
  if (part === undefined) return Array.isArray(value) ? (value as unknown[]) : [value ?? null]
  if (Array.isArray(value)) {
    const inside = value.filter(isPlainObject).flatMap((item) => valuesAt(item, parts))
    return /^\d+$/.test(part) && Number(part) < value.length
      ? [...valuesAt(value[Number(part)], rest), ...inside]
      : inside
  }
  return isPlainObject(value) && Object.hasOwn(value, part) ? valuesAt(value[part], rest) : []
}

function byPipeline(from: string, { let: bindings = {}, pipeline }: Document, context: StageContext): Join {
  const bound = bindings as Document
  const names = [...context.names, ...Object.keys(bound)]
  const compiler = compilerOf(context.names).withVariables(Object.keys(bound))
  const values = Object.entries(compileAll(bound, context.compiler))
  const read = reading(pipeline as unknown[], { ...context, collection: from, compiler, names })
  return (doc, outer) => {
    const scope = variablesOf(doc, outer)
    const own = values.map(([name, value]) => [name, value?.(scope)] as const)
    return read({ ...outer, ...Object.fromEntries(own) })
  }
}
