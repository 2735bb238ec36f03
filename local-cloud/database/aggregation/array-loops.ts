import { failed, parametersOf, type Compiler, type Evaluate, type Operator, type Operators } from './operator'
import { isNothing, isTrue, show, typeName } from './values'

function loopParts(operand: unknown, name: string, body: 'cond' | 'in'): Record<string, unknown> {
  return parametersOf(operand, {
    required: ['input', body],
    optional: ['as'],
    notObject: () => `${name} only supports an object as its argument`,
    unknown: (key) => `Unrecognized parameter to ${name}: ${key}`,
    missing: (key) => `Missing '${key}' parameter to ${name}`,
  })
}

/** `$filter` and `$map`: the body sees each element as the variable `as`, else as `this`. */
function loop(
  bodyName: 'cond' | 'in',
  work: (items: unknown[], bodyOf: (item: unknown) => unknown) => unknown[],
): Operator {
  return (operand, compiler, name) => {
    const parts = loopParts(operand, name, bodyName)
    const as = parts.as === undefined ? 'this' : String(parts.as)
    const input = compiler.compile(parts.input)
    const body = compiler.withVariables([as]).compile(parts[bodyName])
    return (variables) => {
      const items = input(variables)
      if (isNothing(items)) return null
      if (!Array.isArray(items)) throw failed(`input to ${name} must be an array not ${typeName(items)}`)
      return work(items, (item) => body({ ...variables, [as]: item }))
    }
  }
}

const reduce: Operator = (operand, compiler) => {
  const parts = parametersOf(operand, {
    required: ['input', 'initialValue', 'in'],
    notObject: (value) => `$reduce requires an object as an argument, found: ${typeName(value)}`,
    unknown: (key) => `$reduce found an unknown argument: ${key}`,
    missing: (key) => `$reduce requires '${key}' to be specified`,
  })
  const input = compiler.compile(parts.input)
  const initial = compiler.compile(parts.initialValue)
  const body = compiler.withVariables(['this', 'value']).compile(parts.in)
  return (variables) => {
    const items = input(variables)
    if (isNothing(items)) return null
    if (!Array.isArray(items)) {
      throw failed(`$reduce requires that 'input' be an array, found: ${typeName(items)}`)
    }
    return (items as unknown[]).reduce(
      (value, item) => body({ ...variables, this: item, value }),
      initial(variables),
    )
  }
}

interface Zip {
  inputs: Evaluate[]
  defaults: Evaluate[]
  isLongest: boolean
}

const zip: Operator = (operand, compiler) => {
  const { inputs, defaults, isLongest } = zipParts(operand, compiler)
  return (variables) => {
    const lists: unknown[][] = []
    for (const input of inputs) {
      const list = input(variables)
      if (isNothing(list)) return null
      if (!Array.isArray(list)) throw failed(`$zip found a non-array expression in input: ${show(list)}`)
      lists.push(list)
    }
    const fill = defaults.map((value) => value(variables))
    const lengths = lists.map((list) => list.length)
    const rows = isLongest ? Math.max(...lengths) : Math.min(...lengths)
    return Array.from({ length: rows }, (_, row) =>
      lists.map((list, i) => (row < list.length ? list[row] : fill[i]) ?? null),
    )
  }
}

function zipParts(operand: unknown, compiler: Compiler): Zip {
  const {
    inputs = [],
    defaults = [],
    useLongestLength = false,
  } = parametersOf(operand, {
    required: [],
    optional: ['inputs', 'defaults', 'useLongestLength'],
    notObject: (value) => `$zip only supports an object as an argument, found ${typeName(value)}`,
    unknown: (key) => `$zip found an unknown argument: ${key}`,
    missing: () => '',
  })
  if (!Array.isArray(inputs)) {
    throw failed(`inputs must be an array of expressions, found ${typeName(inputs)}`)
  }
  if (!Array.isArray(defaults)) {
    throw failed(`defaults must be an array of expressions, found ${typeName(defaults)}`)
  }
  if (typeof useLongestLength !== 'boolean') {
    throw failed(`useLongestLength must be a bool, found ${typeName(useLongestLength)}`)
  }
  if (inputs.length === 0) throw failed('$zip requires at least one input array')
  if (defaults.length > 0 && !useLongestLength) {
    throw failed('cannot specify defaults unless useLongestLength is true')
  }
  if (defaults.length > 0 && defaults.length !== inputs.length) {
    throw failed('defaults and inputs must have the same length')
  }
  return {
    inputs: inputs.map((part) => compiler.compile(part)),
    defaults: defaults.map((part) => compiler.compile(part)),
    isLongest: useLongestLength,
  }
}

/** Arrays element by element. Null and missing inputs give null. */
export const arrayLoops: Operators = {
  $filter: loop('cond', (items, bodyOf) => items.filter((item) => isTrue(bodyOf(item)))),
  $map: loop('in', (items, bodyOf) => items.map((item) => bodyOf(item) ?? null)),
  $reduce: reduce,
  $zip: zip,
}
