/** A token of a rule. A template's parts are texts and the tokens of what stands in `${…}`. */
export type Token =
  | { kind: 'sign' | 'text' | 'number' | 'word'; text: string }
  | { kind: 'template'; text: string; parts: (string | Token[])[] }

/** The operators the platform documents (docs.cloudbase.net/database/security-rules), and brackets. */
const SIGNS = ['==', '!=', '>=', '<=', '&&', '||', '>', '<', '!', '(', ')', '[', ']', ',', '.']

/** JavaScript's other operators: read whole, so that they can be refused by name. */
const FOREIGN = /[=!]==|=>|\?\?|\?\.|\*\*|\+\+|--|<<|>>/y
const SPACE = /\s*/y
const TEXT = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/y
const NUMBER = /-?\d+(?:\.\d+)?/y
const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/uy

/** Splits a rule into tokens. Throws an Error that names what is not of the rules' language. */
export function tokenize(source: string): Token[] {
  const lexer = new Lexer(source)
  return lexer.tokens(null)
}

class Lexer {
  private at = 0

  constructor(private readonly source: string) {}

  /** Tokens up to the end, or up to the brace that closes a template's `${`. */
  tokens(end: '}' | null): Token[] {
    const found: Token[] = []
    for (;;) {
      this.match(SPACE)
      const next = this.source[this.at]
      if (next === undefined) {
        if (end === null) return found
        throw new Error("rule: '}' is missing")
      }
      if (next === end) {
        this.at++
        return found
      }
      found.push(next === '`' ? this.template() : this.plain())
    }
  }

  private plain(): Token {
    const text = this.match(TEXT)
    if (text !== null) return { kind: 'text', text: text.slice(1, -1).replace(/\\(.)/g, '$1') }
    const number = this.match(NUMBER)
    if (number !== null) return { kind: 'number', text: number }
    const word = this.match(WORD)
    if (word !== null) return { kind: 'word', text: word }
    const foreign = this.match(FOREIGN)
    const sign = SIGNS.find((one) => this.source.startsWith(one, this.at))
    if (foreign !== null || sign === undefined)
      throw new Error(`rule: '${foreign ?? this.source[this.at] ?? ''}' is not supported`)
    this.at += sign.length
    return { kind: 'sign', text: sign }
  }

  private template(): Token {
    const start = this.at++
    const parts: (string | Token[])[] = []
    let text = ''
    for (;;) {
      const next = this.source[this.at]
      if (next === undefined) throw new Error("rule: '`' is missing")
      if (next === '`') break
      if (this.source.startsWith('${', this.at)) {
        parts.push(text)
        text = ''
        this.at += 2
        parts.push(this.tokens('}'))
      } else {
        text += next
        this.at++
      }
    }
    this.at++
    return { kind: 'template', text: this.source.slice(start, this.at), parts: [...parts, text] }
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.source)?.[0]
    if (found === undefined) return null
    this.at += found.length
    return found
  }
}
