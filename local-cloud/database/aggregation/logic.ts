import { isPlainObject } from '../wire'
import {
  compileAll,
  failed,
  fixed,
  parametersOf,
  type Compiler,
  type Evaluate,
  type Operator,
  type Operators,
} from './operator'
import { compare, isNothing, isTrue, typeName } from './values'

function comparison(holds: (order: number) => boolean): Operator {
  return fixed(2, ([a, b]) => holds(compare(a, b)))
}

/** Stops at the first that settles it. */
function junction(settles: boolean): Operator {
  return (operand, compiler) => {
    const parts = (Array.isArray(operand) ? operand : [operand]).map((part) => compiler.compile(part))
    return (variables) => (parts.some((part) => isTrue(part(variables)) === settles) ? settles : !settles)
  }
}

const ifNull: Operator = (operand, compiler, name) => {
  const [value, instead] = pairOf(operand, name).map((part) => compiler.compile(part))
  return (variables) => {
    const found = value?.(variables)
    return isNothing(found) ? instead?.(variables) : found
  }
}

function pairOf(operand: unknown, name: string): unknown[] {
  const parts: unknown[] = Array.isArray(operand) ? operand : [operand]
  if (parts.length === 2) return parts
  throw failed(`Expression ${name} takes exactly 2 arguments. ${parts.length} were passed in.`)
}

const cond: Operator = (operand, compiler) => {
  const { if: test, then, else: otherwise } = compileAll(condParts(operand), compiler)
  return (variables) => (isTrue(test?.(variables)) ? then?.(variables) : otherwise?.(variables))
}

function condParts(operand: unknown): Record<string, unknown> {
  if (isPlainObject(operand)) {
    return parametersOf(operand, {
      required: ['if', 'then', 'else'],
      notObject: () => '',
      unknown: (key) => `Unrecognized parameter to $cond: ${key}`,
      missing: (key) => `Missing '${key}' parameter to $cond`,
    })
  }
  const parts: unknown[] = Array.isArray(operand) ? operand : [operand]
  if (parts.length !== 3) {
    throw failed(`Expression $cond takes exactly 3 arguments. ${parts.length} were passed in.`)
  }
  return { if: parts[0], then: parts[1], else: parts[2] }
}

interface Branch {
  test: Evaluate
  then: Evaluate
}

const switchOperator: Operator = (operand, compiler) => {
  const { branches = [], default: fallback } = parametersOf(operand, {
    required: [],
    optional: ['branches', 'default'],
    notObject: (value) => `$switch requires an object as an argument, found: ${typeName(value)}`,
    unknown: (key) => `$switch found an unknown argument: ${key}`,
    missing: () => '',
  })
  if (!Array.isArray(branches)) {
    throw failed(`$switch expected an array for 'branches', found: ${typeName(branches)}`)
  }
  const cases = branches.map((branch) => branchOf(branch, compiler))
  const otherwise = isPlainObject(operand) && 'default' in operand ? compiler.compile(fallback) : null
  if (cases.length === 0) throw failed('$switch requires at least one branch.')
  return (variables) => {
    const chosen = cases.find(({ test }) => isTrue(test(variables)))?.then ?? otherwise
    if (chosen) return chosen(variables)
    throw failed('$switch could not find a matching branch for an input, and no default was specified.')
  }
}

function branchOf(branch: unknown, compiler: Compiler): Branch {
  const parts = parametersOf(branch, {
    required: ['case', 'then'],
    notObject: (value) => `$switch expected each branch to be an object, found: ${typeName(value)}`,
    unknown: (key) => `$switch found an unknown argument to a branch: ${key}`,
    missing: (key) => `$switch requires each branch have a '${key}' expression`,
  })
  return { test: compiler.compile(parts.case), then: compiler.compile(parts.then) }
}

const letOperator: Operator = (operand, compiler) => {
  const { vars, in: body } = parametersOf(operand, {
    required: ['vars', 'in'],
    notObject: () => '$let only supports an object as its argument',
    unknown: (key) => `Unrecognized parameter to $let: ${key}`,
    missing: (key) => `Missing '${key}' parameter to $let`,
  })
  if (!isPlainObject(vars)) throw failed(`invalid parameter: expected an object (vars)`)
  const inner = compiler.withVariables(Object.keys(vars)).compile(body)
  const bindings = Object.entries(compileAll(vars, compiler))
  return (variables) => {
    const bound = bindings.map(([name, value]) => [name, value?.(variables)] as const)
    return inner({ ...variables, ...Object.fromEntries(bound) })
  }
}

/** Comparisons, logic, choices, and variables. Comparisons reach across types; missing is less than null. */
export const logic: Operators = {
  $and: junction(false),
  $cmp: fixed(2, ([a, b]) => Math.sign(compare(a, b))),
  $cond: cond,
  $eq: comparison((order) => order === 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $ifNull: ifNull,
  $let: letOperator,
  $literal: (operand) => () => operand,
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $ne: comparison((order) => order !== 0),
  $not: fixed(1, ([value]) => !isTrue(value)),
  $or: junction(true),
  $switch: switchOperator,
}
