import { tokenize, type Token } from './tokens'

/** What a rule may speak of: who asks, the query or new document, the time in ms, and the request's data. */
export type Variable = 'auth' | 'doc' | 'now' | 'request'

export type BinaryOperator = '==' | '!=' | '>' | '>=' | '<' | '<=' | 'in' | '&&' | '||'

/** A parsed rule. */
export type Expression =
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'list'; items: Expression[] }
  | { kind: 'variable'; name: Variable }
  | { kind: 'member'; object: Expression; key: Expression }
  | { kind: 'template'; parts: Expression[] }
  | { kind: 'get'; path: Expression }
  | { kind: 'not'; operand: Expression }
  | { kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression }

const LONGEST = 1024
const VARIABLES: readonly string[] = ['auth', 'doc', 'now', 'request'] satisfies Variable[]

/** Operators from the loosest to the tightest, as in JavaScript. */
const LEVELS: BinaryOperator[][] = [['||'], ['&&'], ['==', '!='], ['>=', '<=', '>', '<', 'in']]

/**
 * Parses a rule such as ``auth.openid in get(`database.groups.${doc.groupId}`).members``. What the platform's
 * documents do not list throws an Error that names it. Limits of `get` are checked in `limits.ts`.
 */
export function parseExpression(source: string): Expression {
  if (source.length > LONGEST) throw new Error(`rule: longer than ${LONGEST} characters`)
  return parseTokens(tokenize(source))
}

function parseTokens(tokens: Token[]): Expression {
  const parser = new Parser(tokens)
  return parser.whole()
}

class Parser {
  private at = 0

  constructor(private readonly tokens: Token[]) {}

  whole(): Expression {
    const expression = this.level(0)
    const rest = this.tokens[this.at]
    if (rest) throw notUnderstood(rest)
    return expression
  }

  private level(depth: number): Expression {
    const operators = LEVELS[depth]
    if (!operators) return this.unary()
    let left = this.level(depth + 1)
    for (;;) {
      const operator = operators.find((one) => this.take(one))
      if (!operator) return left
      left = { kind: 'binary', operator, left, right: this.level(depth + 1) }
    }
  }

  private unary(): Expression {
    if (this.take('!')) return { kind: 'not', operand: this.unary() }
    let value = this.primary()
    for (;;) {
      if (this.take('.')) value = { kind: 'member', object: value, key: this.fieldName() }
      else if (this.take('[')) value = { kind: 'member', object: value, key: this.closed(this.level(0), ']') }
      else return value
    }
  }

  private fieldName(): Expression {
    const token = this.tokens[this.at++]
    if (token?.kind !== 'word') throw new Error("rule: a field's name is missing after '.'")
    if (this.isNext('(')) throw new Error(`rule: '${token.text}()' is not supported`)
    return { kind: 'literal', value: token.text }
  }

  private primary(): Expression {
    const token = this.tokens[this.at++]
    if (!token) throw new Error('rule: ends too early')
    if (token.kind === 'text') return { kind: 'literal', value: token.text }
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) }
    if (token.kind === 'template') return template(token.parts)
    if (token.kind === 'word') return this.word(token.text)
    if (token.text === '(') return this.closed(this.level(0), ')')
    if (token.text === '[') return this.list()
    throw notUnderstood(token)
  }

  private word(text: string): Expression {
    if (this.isNext('(')) return this.call(text)
    if (text === 'true' || text === 'false') return { kind: 'literal', value: text === 'true' }
    if (text === 'null' || text === 'undefined') return { kind: 'literal', value: null }
    if (VARIABLES.includes(text)) return { kind: 'variable', name: text as Variable }
    throw new Error(`rule: '${text}' is not supported`)
  }

  private call(name: string): Expression {
    if (name !== 'get') throw new Error(`rule: '${name}()' is not supported`)
    this.take('(')
    return { kind: 'get', path: this.closed(this.level(0), ')') }
  }

  private list(): Expression {
    const items: Expression[] = []
    if (this.take(']')) return { kind: 'list', items }
    do items.push(this.level(0))
    while (this.take(','))
    return this.closed({ kind: 'list', items }, ']')
  }

  private closed(expression: Expression, end: string): Expression {
    if (!this.take(end)) throw new Error(`rule: '${end}' is missing`)
    return expression
  }

  private isNext(text: string): boolean {
    const token = this.tokens[this.at]
    return token?.text === text && (token.kind === 'sign' || token.kind === 'word')
  }

  private take(text: string): boolean {
    if (!this.isNext(text)) return false
    this.at++
    return true
  }
}

function template(parts: (string | Token[])[]): Expression {
  return {
    kind: 'template',
    parts: parts.map((part) =>
      typeof part === 'string' ? { kind: 'literal', value: part } : parseTokens(part),
    ),
  }
}

function notUnderstood(token: Token): Error {
  return new Error(`rule: '${token.text}' is not understood here`)
}
