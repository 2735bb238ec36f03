import { requestFailed, type CloudError } from '../../errors'
import { isPlainObject } from '../wire'

/** What an expression sees: its variables, among them ROOT and CURRENT. */
export type Variables = Readonly<Record<string, unknown>>

/** A compiled expression. `undefined` stands for a missing value. */
export type Evaluate = (variables: Variables) => unknown

/** Compiles the parts of an expression. It knows the names of the variables that are in reach. */
export interface Compiler {
  compile(expression: unknown): Evaluate
  /** The same, with more variables. Throws for names that MongoDB doesn't take. */
  withVariables(names: readonly string[]): Compiler
}

/** Compiles `{$operator: operand}`. Throws the cloud's error for an operand it can't be. */
export type Operator = (operand: unknown, compiler: Compiler, name: string) => Evaluate

export type Operators = Readonly<Record<string, Operator>>

/** An aggregation that failed: errCode -502001, with MongoDB's words. */
export function failed(reason: string): CloudError {
  return requestFailed(reason)
}

/** The arguments of an operator: an array's elements, or the one thing that isn't an array. */
function argumentsOf(operand: unknown): unknown[] {
  return Array.isArray(operand) ? (operand as unknown[]) : [operand]
}

/** An operator of any number of arguments. */
export function variadic(work: (values: unknown[], name: string) => unknown): Operator {
  return (operand, compiler, name) => {
    const parts = argumentsOf(operand).map((part) => compiler.compile(part))
    return (variables) =>
      work(
        parts.map((part) => part(variables)),
        name,
      )
  }
}

/** An operator of exactly so many arguments. */
export function fixed(count: number, work: (values: unknown[], name: string) => unknown): Operator {
  const inner = variadic(work)
  return (operand, compiler, name) => {
    const given = argumentsOf(operand).length
    if (given !== count) {
      throw failed(`Expression ${name} takes exactly ${count} arguments. ${given} were passed in.`)
    }
    return inner(operand, compiler, name)
  }
}

/** An operator of so many arguments, some of which may be left out. */
export function ranged(
  least: number,
  most: number,
  work: (values: unknown[], name: string) => unknown,
): Operator {
  const inner = variadic(work)
  return (operand, compiler, name) => {
    const given = argumentsOf(operand).length
    if (given < least || given > most) {
      throw failed(
        `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${given} were passed in.`,
      )
    }
    return inner(operand, compiler, name)
  }
}

/** How an operator with named parameters words its errors: they differ from one to the next. */
export interface NamedParameters {
  required: readonly string[]
  optional?: readonly string[]
  notObject: (type: unknown) => string
  unknown: (parameter: string) => string
  missing: (parameter: string) => string
}

/** Checks that an operand is an object of the known parameters. */
export function parametersOf(operand: unknown, rules: NamedParameters): Record<string, unknown> {
  if (!isPlainObject(operand)) throw failed(rules.notObject(operand))
  const known = [...rules.required, ...(rules.optional ?? [])]
  const stray = Object.keys(operand).find((key) => !known.includes(key))
  if (stray !== undefined) throw failed(rules.unknown(stray))
  const absent = rules.required.find((key) => !Object.hasOwn(operand, key))
  if (absent !== undefined) throw failed(rules.missing(absent))
  return operand
}

/** Compiles the parameters that are there. */
export function compileAll(
  operand: Record<string, unknown>,
  compiler: Compiler,
): Record<string, Evaluate | undefined> {
  return Object.fromEntries(Object.entries(operand).map(([key, part]) => [key, compiler.compile(part)]))
}
