import { callVerb } from '@/copy/chat'

/** A piece of what someone wrote: plain words, a number to call, an address. */
export type Token = { kind: 'text' | 'phone' | 'link'; text: string }

const link = /(?:https?:\/\/|www\.)[a-z0-9\-._~:/?#@!$&'()*+,;=%]+/i
/** Mobile, landline with its area code, 400 numbers, and the short ones that everyone knows. */
const phone =
  /1[3-9]\d(?:[ -]?\d{4}){2}|0\d{2,3}[ -]?\d{7,8}|400[ -]?\d{3}[ -]?\d{4}|1(?:10|19|20|22)|12(?:3[0-9]{2})|955\d{2}/
const endOfSentence = /[.,;:!?)'"]+$/
const digit = /[0-9]/

/** Part of a longer number, such as an order's or a card's, is none; and 120 is mostly an amount. */
const isNumber = (text: string, from: number, { length }: string): boolean =>
  !digit.test(text.charAt(from - 1)) &&
  !digit.test(text.charAt(from + length)) &&
  (length > 3 || callVerb.test(text.slice(0, from)))

interface Found {
  kind: 'phone' | 'link'
  at: number
  text: string
}

function firstLink(text: string): Found | null {
  const match = link.exec(text)
  const address = match?.[0].replace(endOfSentence, '') ?? ''
  return match && address.indexOf('.') > 0 ? { kind: 'link', at: match.index, text: address } : null
}

function firstPhone(text: string): Found | null {
  let from = 0
  for (;;) {
    const match = phone.exec(text.slice(from))
    if (!match) return null
    const at = from + match.index
    if (isNumber(text, at, match[0])) return { kind: 'phone', at, text: match[0] }
    // No number begins within this row of digits.
    from = at
    while (digit.test(text.charAt(from))) from += 1
  }
}

function first(text: string): Found | null {
  const address = firstLink(text)
  const number = firstPhone(address ? text.slice(0, address.at) : text)
  return number ?? address
}

/** Cuts words into what can be tapped and what lies between; put together, they are what was written. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let rest = text
  for (let found = first(rest); found; found = first(rest)) {
    if (found.at > 0) tokens.push({ kind: 'text', text: rest.slice(0, found.at) })
    tokens.push({ kind: found.kind, text: found.text })
    rest = rest.slice(found.at + found.text.length)
  }
  return rest === '' ? tokens : [...tokens, { kind: 'text', text: rest }]
}

/** Longer than this is unfolded only with a tap, in characters: what goes to the screen with every line has to stay small. */
const foldedAt = 200
const shownFolded = 160
/** And so are more pieces than these. */
const mostPieces = 8
const halfSign = /[\ud800-\udbff]$/

const lengthOf = (tokens: readonly Token[]): number => tokens.reduce((sum, { text }) => sum + text.length, 0)

/** The beginning of something very long, with no number or address cut in two; the tokens themselves where they are short. */
export function folded(tokens: Token[]): Token[] {
  if (lengthOf(tokens) <= foldedAt && tokens.length <= mostPieces) return tokens
  const shown: Token[] = []
  for (const token of tokens.slice(0, mostPieces)) {
    const left = shownFolded - lengthOf(shown)
    if (token.text.length > left && token.kind !== 'text') break
    shown.push({ ...token, text: token.text.slice(0, Math.max(0, left)).replace(halfSign, '') })
    if (token.text.length >= left) break
  }
  return [...shown, { kind: 'text', text: '…' }]
}
