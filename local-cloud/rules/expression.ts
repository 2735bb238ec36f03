/** A parsed rule: a tree of comparisons over `auth.openid`, `doc.…`, and literals. */
export type Expression =
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'list'; items: Expression[] }
  | { kind: 'path'; root: 'auth' | 'doc'; path: string }
  | { kind: 'binary'; operator: '==' | '!=' | 'in' | '&&' | '||'; left: Expression; right: Expression }

const TOKEN =
  /\s*(?:(==|!=|&&|\|\||[()[\],])|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w.]*))/y

interface Token {
  kind: 'sign' | 'text' | 'number' | 'word'
  text: string
}

function tokenize(source: string): Token[] {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  for (let at = 0; source.slice(at).trim() !== ''; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(source)
    if (!found) throw new Error(`rule: can't read '${source.slice(at).trim()}'`)
    const [, sign, text, number, word] = found
    if (sign !== undefined) tokens.push({ kind: 'sign', text: sign })
    else if (text !== undefined)
      tokens.push({ kind: 'text', text: text.slice(1, -1).replace(/\\(.)/g, '$1') })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else tokens.push({ kind: 'word', text: word ?? '' })
  }
  return tokens
}

/**
 * Parses a rule such as `doc._openid == auth.openid || auth.openid in doc.members`. Only what is listed in
 * `Expression` is known; anything else (`get(…)`, `now`, `<`) throws an Error that names it.
 */
export function parseExpression(source: string): Expression {
  const parser = new Parser(tokenize(source))
  return parser.whole()
}

class Parser {
  private at = 0

  constructor(private readonly tokens: Token[]) {}

  whole(): Expression {
    const expression = this.or()
    const rest = this.tokens[this.at]
    if (rest) throw new Error(`rule: '${rest.text}' is not understood here`)
    return expression
  }

  private or(): Expression {
    let left = this.and()
    while (this.take('||')) left = { kind: 'binary', operator: '||', left, right: this.and() }
    return left
  }

  private and(): Expression {
    let left = this.comparison()
    while (this.take('&&')) left = { kind: 'binary', operator: '&&', left, right: this.comparison() }
    return left
  }

  private comparison(): Expression {
    const left = this.value()
    for (const operator of ['==', '!=', 'in'] as const) {
      if (this.take(operator)) return { kind: 'binary', operator, left, right: this.value() }
    }
    return left
  }

  private take(text: string): boolean {
    const token = this.tokens[this.at]
    if (token?.text !== text || token.kind === 'text') return false
    this.at++
    return true
  }

  private value(): Expression {
    const token = this.tokens[this.at++]
    if (!token) throw new Error('rule: ends too early')
    if (token.kind === 'text') return { kind: 'literal', value: token.text }
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) }
    if (token.kind === 'word') return word(token.text)
    if (token.text === '(') return this.closed(this.or(), ')')
    if (token.text === '[') return this.list()
    throw new Error(`rule: '${token.text}' is not understood here`)
  }

  private closed(expression: Expression, end: string): Expression {
    if (!this.take(end)) throw new Error(`rule: '${end}' is missing`)
    return expression
  }

  private list(): Expression {
    const items: Expression[] = []
    if (this.take(']')) return { kind: 'list', items }
    do items.push(this.value())
    while (this.take(','))
    return this.closed({ kind: 'list', items }, ']')
  }
}

function word(text: string): Expression {
  if (text === 'true' || text === 'false') return { kind: 'literal', value: text === 'true' }
  if (text === 'null') return { kind: 'literal', value: null }
  if (text === 'auth.openid') return { kind: 'path', root: 'auth', path: 'openid' }
  if (text.startsWith('doc.')) return { kind: 'path', root: 'doc', path: text.slice(4) }
  throw new Error(`rule: '${text}' is not supported`)
}
