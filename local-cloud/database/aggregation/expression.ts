import type { Document } from '../definitions'
import { isPlainObject } from '../wire'
import { arithmetic } from './arithmetic'
import { arrayLoops } from './array-loops'
import { arrays } from './arrays'
import { conversions } from './conversions'
import { dateFormats } from './date-format'
import { dateParts } from './date-parts'
import { dateSources } from './date-sources'
import { partsOf, readPath } from './field-path'
import { foldsOfArrays } from './accumulators'
import { logic } from './logic'
import { objects } from './objects'
import { failed, type Compiler, type Evaluate, type Operators, type Variables } from './operator'
import { sets } from './sets'
import { strings } from './strings'
import { show } from './values'

/**
 * The expression operators of MongoDB 4.0, with which the cloud's database is compatible (source: the uniCloud
 * docs on Tencent's database). Later ones are unknown, as they are there.
 */
const OPERATORS: Operators = {
  ...arithmetic,
  ...arrays,
  ...arrayLoops,
  ...conversions,
  ...dateFormats,
  ...dateParts,
  ...dateSources,
  ...foldsOfArrays,
  ...logic,
  ...objects,
  ...sets,
  ...strings,
}

/** Operators that MongoDB 4.0 has, and this machine has not. */
const NOT_HERE = ['$meta']

const SYSTEM_VARIABLES = ['ROOT', 'CURRENT', 'REMOVE']

/** A compiler that knows the system's variables and those named. */
export function compilerOf(names: readonly string[] = []): Compiler {
  return new ExpressionCompiler(new Set([...SYSTEM_VARIABLES, ...names]))
}

/** The variables of an expression about one document. */
export function variablesOf(doc: Document, outer: Variables = {}): Variables {
  return { ...outer, ROOT: doc, CURRENT: doc }
}

class ExpressionCompiler implements Compiler {
  constructor(private readonly names: ReadonlySet<string>) {}

  withVariables(names: readonly string[]): Compiler {
    for (const name of names) checkVariableName(name)
    return new ExpressionCompiler(new Set([...this.names, ...names]))
  }

  compile(expression: unknown): Evaluate {
    if (typeof expression === 'string' && expression.startsWith('$')) return this.path(expression)
    if (Array.isArray(expression)) return this.list(expression)
    if (isPlainObject(expression)) return this.object(expression)
    return () => expression
  }

  private path(text: string): Evaluate {
    if (text === '$') throw failed("'$' by itself is not a valid FieldPath")
    if (!text.startsWith('$$')) {
      const parts = partsOf(text.slice(1))
      return ({ CURRENT }) => readPath(CURRENT, parts)
    }
    const [name = '', ...rest] = text.slice(2).split('.')
    if (!this.names.has(name)) throw failed(`Use of undefined variable: ${name}`)
    const parts = rest.length > 0 ? partsOf(rest.join('.')) : []
    return (variables) => readPath(variables[name], parts)
  }

  private list(items: unknown[]): Evaluate {
    const parts = items.map((item) => this.compile(item))
    return (variables) => parts.map((part) => part(variables) ?? null)
  }

  private object(expression: Document): Evaluate {
    const [name, ...more] = Object.keys(expression)
    if (!name?.startsWith('$')) return this.fields(expression)
    if (more.length > 0) {
      throw failed(
        'an expression specification must contain exactly one field, the name of the expression. ' +
          `Found ${more.length + 1} fields in ${show(expression)}`,
      )
    }
    const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined
    if (operator) return operator(expression[name], this, name)
    if (NOT_HERE.includes(name)) throw failed(`'${name}' is not in the local cloud`)
    throw failed(`Unrecognized expression '${name}'`)
  }

  private fields(expression: Document): Evaluate {
    const fields = Object.entries(expression).map(([key, part]) => {
      if (key.includes('.')) throw failed("FieldPath field names may not contain '.'.")
      if (key.startsWith('$')) throw failed("FieldPath field names may not start with '$'.")
      return [key, this.compile(part)] as const
    })
    return (variables) => {
      const out: Document = {}
      for (const [key, part] of fields) {
        const value = part(variables)
        if (value !== undefined) out[key] = value
      }
      return out
    }
  }
}

function checkVariableName(name: string): void {
  if (name === 'CURRENT') return
  if (name === '') throw failed('empty variable names are not allowed')
  if (!/^[a-z\u0080-\uffff]/.test(name)) {
    throw failed(`'${name}' starts with an invalid character for a user variable name`)
  }
  const bad = /[^A-Za-z0-9_\u0080-\uffff]/.exec(name)
  if (bad) throw failed(`'${name}' contains an invalid character for a variable name: '${bad[0]}'`)
}
