import type { Document, Query } from './definitions'
import { badQuery, type Matcher } from './matcher'
import { metBy } from './positional'
import { planProjection, type Fields, type ProjectionPlan, type Slice } from './projection-plan'
import { clone, isPlainObject } from './wire'

/**
 * Gives documents with only the fields asked for, in the order they are stored; `_id` comes along unless it is put
 * out. `query` is what found them: `array.$` needs it.
 */
export function projector(projection: Document, query: Query): (doc: Document) => Document {
  if (Object.keys(projection).length === 0) return (doc) => doc
  const plan = planProjection(projection)
  return (doc) => project(clone(doc), plan, query)
}

function project(doc: Document, plan: ProjectionPlan, query: Query): Document {
  const out = plan.keeps ? kept(doc, withId(plan)) : without(doc, plan.fields)
  if (!plan.hasId) delete out._id
  for (const [path, slice] of plan.slices) sliceAt(out, path.split('.'), slice)
  for (const [field, matcher] of plan.elements) keepElement(out, field, matcher)
  if (plan.met !== null) keepMet(out, doc, plan.met, query)
  return out
}

function withId({ fields }: ProjectionPlan): Fields {
  return new Map([...fields, ['_id', { kind: 'leaf' }]])
}

function kept(doc: Document, fields: Fields): Document {
  const out: Document = {}
  for (const [key, value] of Object.entries(doc)) {
    const node = fields.get(key)
    if (!node) continue
    const inner = node.kind === 'leaf' ? value : keptInside(value, node.fields)
    if (inner !== undefined) out[key] = inner
  }
  return out
}

/** Scalars have nothing of a longer path: they are left out, in arrays too. */
function keptInside(value: unknown, fields: Fields): unknown {
  if (isPlainObject(value)) return kept(value, fields)
  if (!Array.isArray(value)) return undefined
  return value.map((item) => keptInside(item, fields)).filter((item) => item !== undefined)
}

function without(doc: Document, fields: Fields): Document {
  const out: Document = {}
  for (const [key, value] of Object.entries(doc)) {
    const node = fields.get(key)
    if (node?.kind !== 'leaf') out[key] = node ? withoutInside(value, node.fields) : value
  }
  return out
}

function withoutInside(value: unknown, fields: Fields): unknown {
  if (isPlainObject(value)) return without(value, fields)
  return Array.isArray(value) ? value.map((item) => withoutInside(item, fields)) : value
}

function sliceAt(value: unknown, [part = '', ...rest]: string[], slice: Slice): void {
  if (Array.isArray(value)) {
    for (const item of value) sliceAt(item, [part, ...rest], slice)
    return
  }
  if (!isPlainObject(value)) return
  const inner = value[part]
  if (rest.length > 0) sliceAt(inner, rest, slice)
  else if (Array.isArray(inner)) value[part] = sliced(inner as unknown[], slice)
}

function sliced(items: unknown[], { skip, limit }: Slice): unknown[] {
  const from = skip < 0 ? Math.max(0, items.length + skip) : skip
  return items.slice(from, limit === null ? undefined : from + limit)
}

function keepElement(doc: Document, field: string, matcher: Matcher): void {
  const items = doc[field]
  const found = Array.isArray(items) ? items.find((item) => matcher.test({ array: [item] })) : undefined
  if (found === undefined) delete doc[field]
  else doc[field] = [found as unknown]
}

function keepMet(out: Document, doc: Document, path: string, query: Query): void {
  const parts = path.split('.')
  const last = parts.pop() ?? ''
  const holder = parts.reduce<unknown>((value, part) => (isPlainObject(value) ? value[part] : undefined), out)
  if (!isPlainObject(holder) || !Array.isArray(holder[last])) return
  const items = holder[last] as unknown[]
  const position = metBy(query, doc, path, items)
  if (position < 0) {
    throw badQuery(
      `Executor error during find command: Positional operator '${path}.$' does not match the query document.`,
    )
  }
  holder[last] = [items[position]]
}
