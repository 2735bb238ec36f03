import type { Document } from '../definitions'
import { isPlainObject } from '../wire'
import { partsOf } from './field-path'
import { variablesOf } from './expression'
import { failed, type Compiler, type Evaluate, type Variables } from './operator'
import { numberOf, show } from './values'
import type { Run } from './stage'

/** What becomes of a field: kept, taken away, computed, or something of its own fields. */
type Leaf = { kind: 'keep' } | { kind: 'drop' } | { kind: 'compute'; value: Evaluate }
type Node = Leaf | { kind: 'inside'; fields: Fields }
type Fields = Map<string, Node>

type LeafOf = (value: unknown, path: string) => Leaf | null

/** Builds the tree of a spec; `leafOf` gives null where an object is to be looked into. */
function treeOf(stage: string, spec: Document, leafOf: LeafOf): Fields {
  if (Object.keys(spec).length === 0) throw invalid(stage, 'specification must have at least one field')
  const root: Fields = new Map()
  const add = (value: unknown, path: string): void => {
    const leaf = leafOf(value, path)
    if (leaf) return insert(stage, root, path, leaf, spec)
    const entries = Object.entries(value as Document)
    if (entries.length === 0) {
      throw invalid(stage, `an empty object is not a valid value. Found at path ${path}`)
    }
    for (const [key, inner] of entries) {
      if (key.includes('.'))
        throw invalid(stage, `cannot use dotted field name '${key}' in a sub object: ${show(value)}`)
      add(inner, `${path}.${key}`)
    }
  }
  for (const [path, value] of Object.entries(spec)) add(value, path)
  return root
}

function insert(stage: string, root: Fields, path: string, leaf: Leaf, spec: Document): void {
  const parts = partsOf(path)
  const last = parts.pop() ?? ''
  let fields = root
  for (const [i, part] of parts.entries()) {
    const node: Node = fields.get(part) ?? { kind: 'inside', fields: new Map() }
    if (node.kind !== 'inside') throw collision(stage, path, parts.slice(0, i + 1).join('.'), spec)
    fields.set(part, node)
    fields = node.fields
  }
  if (fields.has(last)) throw collision(stage, path, path, spec)
  fields.set(last, leaf)
}

function collision(stage: string, path: string, other: string, spec: Document): Error {
  return invalid(
    stage,
    `specification contains two conflicting paths. Cannot specify both '${path}' and '${other}': ${show(spec)}`,
  )
}

function invalid(stage: string, reason: string): Error {
  return failed(`Invalid ${stage} :: caused by :: ${reason}`)
}

/** An expression, or a value that isn't looked into. */
function isComputed(value: unknown): boolean {
  return !isPlainObject(value) || (Object.keys(value)[0]?.startsWith('$') ?? false)
}

/** `$addFields`: computes fields and keeps all others. Objects are looked into; arrays on the way fan out. */
export function addFields(spec: unknown, compiler: Compiler): Run {
  if (!isPlainObject(spec)) {
    throw failed(`$addFields specification stage must be an object, got ${typeof spec}`)
  }
  const fields = treeOf('$addFields', spec, (value) =>
    isComputed(value) ? { kind: 'compute', value: compiler.compile(value) } : null,
  )
  return (docs, outer) => docs.map((doc) => computed(doc, fields, variablesOf(doc, outer)))
}

/** `$project`: keeps or takes away fields, and computes new ones. `_id` stays unless it is put out. */
export function project(spec: unknown, compiler: Compiler): Run {
  if (!isPlainObject(spec)) throw failed('$project specification must be an object')
  const kinds = { keeps: false, drops: false }
  const fields = treeOf('$project', spec, (value, path) => {
    const leaf = projectLeaf(value, compiler)
    if (path !== '_id' && leaf) checkKind(leaf, kinds, spec)
    return leaf
  })
  const id = fields.get('_id')
  if (!kinds.drops && !kinds.keeps) kinds.drops = id?.kind === 'drop'
  if (kinds.drops) {
    if (id && id.kind !== 'drop') fields.delete('_id')
    return (docs) => docs.map((doc) => without(doc, fields))
  }
  if (!id) fields.set('_id', { kind: 'keep' })
  return (docs, outer) => docs.map((doc) => computed(kept(doc, fields), fields, variablesOf(doc, outer)))
}

function projectLeaf(value: unknown, compiler: Compiler): Leaf | null {
  const number = typeof value === 'boolean' ? Number(value) : numberOf(value)
  if (number !== undefined) return { kind: number === 0 ? 'drop' : 'keep' }
  return isComputed(value) ? { kind: 'compute', value: compiler.compile(value) } : null
}

function checkKind(leaf: Leaf, kinds: { keeps: boolean; drops: boolean }, spec: Document): void {
  if (leaf.kind === 'drop') kinds.drops = true
  else kinds.keeps = true
  if (!kinds.keeps || !kinds.drops) return
  throw invalid(
    '$project',
    leaf.kind === 'drop'
      ? `Bad projection specification, cannot exclude fields other than '_id' in an inclusion projection: ${show(spec)}`
      : `Bad projection specification, cannot include fields or add computed fields during an exclusion projection: ${show(spec)}`,
  )
}

function kept(doc: Document, fields: Fields): Document {
  const out: Document = {}
  for (const [key, value] of Object.entries(doc)) {
    const node = fields.get(key)
    if (node?.kind === 'keep') out[key] = value
    const inner = node?.kind === 'inside' ? keptInside(value, node.fields) : undefined
    if (inner !== undefined) out[key] = inner
  }
  return out
}

/** Scalars have nothing to keep of a longer path: they go, in arrays too. */
function keptInside(value: unknown, fields: Fields): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => keptInside(item, fields)).filter((item) => item !== undefined)
  }
  return isPlainObject(value) ? kept(value, fields) : undefined
}

function without(doc: Document, fields: Fields): Document {
  const out: Document = {}
  for (const [key, value] of Object.entries(doc)) {
    const node = fields.get(key)
    if (node?.kind !== 'drop') out[key] = node?.kind === 'inside' ? withoutInside(value, node.fields) : value
  }
  return out
}

function withoutInside(value: unknown, fields: Fields): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutInside(item, fields))
  return isPlainObject(value) ? without(value, fields) : value
}

/** The document with its computed fields; missing results take a field away. */
function computed(doc: Document, fields: Fields, variables: Variables): Document {
  const out: Document = { ...doc }
  for (const [key, node] of fields) {
    if (node.kind === 'compute') {
      const value = node.value(variables)
      if (value === undefined) delete out[key]
      else out[key] = value
    }
    if (node.kind === 'inside' && computes(node.fields)) {
      out[key] = computedInside(out[key], node.fields, variables)
    }
  }
  return out
}

function computedInside(value: unknown, fields: Fields, variables: Variables): unknown {
  if (Array.isArray(value)) return value.map((item) => computedInside(item, fields, variables))
  return computed(isPlainObject(value) ? value : {}, fields, variables)
}

function computes(fields: Fields): boolean {
  return [...fields.values()].some(
    (node) => node.kind === 'compute' || (node.kind === 'inside' && computes(node.fields)),
  )
}
