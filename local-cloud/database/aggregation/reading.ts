import type { Document, Query, Sort } from '../definitions'
import type { Selection } from '../reader'
import { isPlainObject } from '../wire'
import { limitOf, queryOf, skipOf, sortOf } from './basic-stages'
import { narrowing } from './narrowing'
import { failed } from './operator'
import type { Read, Run, StageContext } from './stage'

/**
 * Compiles a pipeline together with how its documents are found: by a source, or through the indexes by the leading
 * `$match`, and the `$sort`, `$skip` and `$limit` after it.
 */
export function reading(stages: unknown[], context: StageContext): Read {
  const whole = context.pipeline(stages, context)
  const [first, ...others] = stages
  const source = sourceOf(first, context)
  if (source) return thenRun(source, context.pipeline(others, context))
  if (context.names.length > 0) return joinedReading(first, whole, context)
  const { selection, rest } = leading(stages)
  const run = context.pipeline(rest, context)
  return (variables) => run(documentsOf(selection, context), variables)
}

function sourceOf(stage: unknown, context: StageContext): Read | null {
  const [name = ''] = isPlainObject(stage) ? Object.keys(stage) : []
  const source = Object.hasOwn(context.sources, name) ? context.sources[name] : undefined
  return source && isPlainObject(stage) ? source(stage[name], context) : null
}

function thenRun(read: Read, run: Run): Read {
  return (variables) => run(read(variables), variables)
}

function documentsOf(selection: Selection, { reader, collection }: StageContext): Document[] {
  return reader.select(collection, selection).map(({ doc }) => doc)
}

/** Inside `$lookup` the query depends on the document outside: an index narrows, the stages decide. */
function joinedReading(first: unknown, whole: Run, context: StageContext): Read {
  const match = isPlainObject(first) && isPlainObject(first.$match) ? first.$match : {}
  return (variables) => whole(documentsOf({ query: narrowing(match, variables) }, context), variables)
}

interface Leading {
  selection: Selection
  rest: unknown[]
}

/** `$match`, `$sort`, `$skip` and `$limit` at the head of a pipeline, in this order, are one indexed query. */
function leading(stages: unknown[]): Leading {
  const rest = [...stages]
  const query: Query | null = take(rest, '$match', queryOf)
  const sort: Sort | null = take(rest, '$sort', sortOf)
  const skip = take(rest, '$skip', skipOf)
  const limit = take(rest, '$limit', limitOf)
  return {
    selection: {
      query: query ?? {},
      sort,
      ...(skip === null ? {} : { skip }),
      ...(limit === null ? {} : { limit }),
    },
    rest,
  }
}

function take<T>(stages: unknown[], name: string, read: (spec: unknown) => T): T | null {
  const [first] = stages
  if (!isPlainObject(first) || !(name in first)) return null
  stages.shift()
  return read(first[name])
}

/** A source anywhere but at the head of a pipeline. */
export function misplaced(name: string): Error {
  return failed(`${name} is only valid as the first stage in a pipeline.`)
}
