import type { Document } from './definitions'
import { badQuery, Matcher } from './matcher'
import { show } from './update-error'
import { isPlainObject } from './wire'

/** What becomes of a field: all of it is meant, or what lies further down a path. */
export type FieldNode = { kind: 'leaf' } | { kind: 'branch'; fields: Fields }

/** Fields by name. */
export type Fields = Map<string, FieldNode>

/** Which elements of an array; a negative `skip` counts from the end, no limit means all that follow. */
export interface Slice {
  skip: number
  limit: number | null
}

/** A projection taken apart. */
export interface ProjectionPlan {
  /** True when `fields` are the ones to keep, false when they are the ones to drop. */
  keeps: boolean
  hasId: boolean
  fields: Fields
  slices: Map<string, Slice>
  elements: Map<string, Matcher>
  /** The array of `array.$`: of it only the element that the query met. */
  met: string | null
}

/**
 * Takes a projection apart. Throws MongoDB 4.0's errors: a mix of inclusion and exclusion, operators other than
 * `$slice` and `$elemMatch`, nested objects.
 */
export function planProjection(projection: Document): ProjectionPlan {
  const [fields, slices, elements] = [new Map(), new Map(), new Map()]
  const plan: ProjectionPlan = { keeps: false, hasId: true, fields, slices, elements, met: null }
  const modes = new Set<boolean>()
  for (const [path, asked] of Object.entries(projection)) {
    if (isPlainObject(asked)) {
      if (addOperator(plan, path, asked)) modes.add(true)
      continue
    }
    const keeps = asked !== null && asked !== false && asked !== 0
    if (path === '_id' && !keeps) {
      plan.hasId = false
      continue
    }
    modes.add(keeps)
    if (modes.size > 1) throw badQuery('Projection cannot have a mix of inclusion and exclusion.')
    addField(plan.fields, fieldOf(plan, path))
  }
  plan.keeps = modes.has(true)
  for (const path of plan.slices.keys()) if (plan.keeps) addField(plan.fields, path)
  return plan
}

function fieldOf(plan: ProjectionPlan, path: string): string {
  const [array, ...rest] = path.split('.$')
  if (rest.length === 0) return path
  if (plan.met !== null) throw badQuery('Cannot specify more than one positional proj. per query.')
  if (rest.join('') !== '') throw badQuery(`Positional operator does not come last: ${path}`)
  plan.met = array ?? ''
  return plan.met
}

/** True for an operator that, alone, leaves out the other fields. */
function addOperator(plan: ProjectionPlan, path: string, asked: Document): boolean {
  const [[operator, operand] = ['', null], ...more] = Object.entries(asked)
  if (operator === '' || more.length > 0) throw badQuery(`>1 field in obj: ${show(asked)}`)
  if (operator === '$slice') {
    plan.slices.set(path, sliceOf(operand))
    return false
  }
  if (operator !== '$elemMatch') throw badQuery(`Unsupported projection option: ${path}: ${show(asked)}`)
  if (!isPlainObject(operand)) throw badQuery('elemMatch: Invalid argument, object required.')
  if (path.includes('.')) throw badQuery('Cannot use $elemMatch projection on a nested field.')
  plan.elements.set(path, new Matcher({ array: { $elemMatch: operand } }))
  addField(plan.fields, path)
  return true
}

function sliceOf(operand: unknown): Slice {
  if (typeof operand === 'number') {
    return operand < 0 ? { skip: Math.trunc(operand), limit: null } : { skip: 0, limit: Math.trunc(operand) }
  }
  if (!Array.isArray(operand)) throw badQuery('$slice only supports numbers and [skip, limit] arrays')
  const [skip, limit] = operand as unknown[]
  if (operand.length !== 2 || typeof skip !== 'number' || typeof limit !== 'number') {
    throw badQuery('$slice array wrong size')
  }
  if (limit <= 0) throw badQuery('$slice limit must be positive')
  return { skip, limit }
}

function addField(fields: Fields, path: string): void {
  const [first = '', ...rest] = path.split('.')
  const found = fields.get(first)
  if (found?.kind === 'leaf') return
  if (rest.length === 0) {
    fields.set(first, { kind: 'leaf' })
    return
  }
  const branch: FieldNode = found ?? { kind: 'branch', fields: new Map<string, FieldNode>() }
  fields.set(first, branch)
  addField(branch.fields, rest.join('.'))
}
