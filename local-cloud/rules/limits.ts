import type { Expression, Variable } from './expression'

const MOST_GETS = 3
const DEEPEST_GET = 2

/** The fields the platform documents for its variables; `doc` and `request.data` may have any. */
const FIELDS: Partial<Record<Variable, string[]>> = {
  auth: ['openid', 'uid', 'loginType'],
  request: ['data'],
}

/**
 * Checks a rule against the platform's limits: known fields of variables, at most 3 `get`s, nested at most
 * twice, of paths that begin with `database.` (source: docs.cloudbase.net/rule/reference/function).
 * Throws an Error that names what is too much.
 */
export function checkLimits(expression: Expression): void {
  checkNames(expression)
  const gets = all(expression).filter((part) => part.kind === 'get')
  if (gets.length > MOST_GETS) throw new Error(`rule: more than ${MOST_GETS} get()`)
  if (depthOf(expression) > DEEPEST_GET) throw new Error(`rule: get() is nested deeper than ${DEEPEST_GET}`)
  for (const { path } of gets) checkPath(path)
}

function checkNames(expression: Expression): void {
  if (expression.kind === 'member' && expression.object.kind === 'variable') {
    checkField(expression.object.name, expression.key)
    return checkNames(expression.key)
  }
  if (expression.kind === 'variable' && expression.name !== 'auth' && expression.name !== 'now')
    throw new Error(`rule: '${expression.name}' needs a field`)
  for (const part of partsOf(expression)) checkNames(part)
}

function checkField(name: Variable, key: Expression): void {
  const known = FIELDS[name]
  if (name === 'now') throw new Error("rule: 'now' has no fields")
  if (!known || (key.kind === 'literal' && known.includes(String(key.value)))) return
  throw new Error(`rule: '${name}.${key.kind === 'literal' ? String(key.value) : '[…]'}' is not supported`)
}

function checkPath(path: Expression): void {
  const start = path.kind === 'template' ? path.parts[0] : path
  if (start?.kind !== 'literal') throw new Error("rule: get() needs a path as text, 'database.collection.id'")
  if (typeof start.value === 'string' && start.value.startsWith('database.')) return
  throw new Error(`rule: get() reads 'database.collection.id', not '${String(start.value)}'`)
}

function depthOf(expression: Expression): number {
  const inside = Math.max(0, ...partsOf(expression).map(depthOf))
  return expression.kind === 'get' ? inside + 1 : inside
}

function all(expression: Expression): Expression[] {
  return [expression, ...partsOf(expression).flatMap(all)]
}

function partsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'list':
      return expression.items
    case 'template':
      return expression.parts
    case 'member':
      return [expression.object, expression.key]
    case 'get':
      return [expression.path]
    case 'not':
      return [expression.operand]
    case 'binary':
      return [expression.left, expression.right]
    default:
      return []
  }
}

/** True when a rule's outcome changes as time passes. */
export function dependsOnTime(expression: Expression): boolean {
  return all(expression).some((part) => part.kind === 'variable' && part.name === 'now')
}
