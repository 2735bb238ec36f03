import { requestFailed } from '../errors'

/** Options of JavaScript that say how to search, not what to find: the database has no use for them. */
const WITHOUT_MEANING = /[gyudv]/g

/**
 * A regular expression of the database as JavaScript's. Options are MongoDB's: `i`, `m`, `s`, and `x` (spaces and
 * comments in the pattern don't count); a leading `(?i)` works too. Throws -502001 for what is no expression.
 */
export function compilePattern(pattern: string, options: string): RegExp {
  const leading = /^\(\?([imsx]+)\)/.exec(pattern)
  const rest = leading ? pattern.slice(leading[0].length) : pattern
  const flags = [...new Set(patternOptions(options) + (leading?.[1] ?? ''))].join('')
  try {
    return new RegExp(flags.includes('x') ? withoutSpaces(rest) : rest, flags.replace('x', ''))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw requestFailed(`(Location51091) Regular expression is invalid: ${reason}`)
  }
}

/** MongoDB's options among those given; throws on one it doesn't know. */
export function patternOptions(options: string): string {
  const known = options.replace(WITHOUT_MEANING, '')
  const stray = /[^imsx]/.exec(known)
  if (stray) throw requestFailed(`(Location51108) invalid flag in regex options: ${stray[0]}`)
  return [...new Set(known)].sort().join('')
}

/** The pattern without what option `x` leaves out: spaces and `# comments`, but not in classes or after `\`. */
function withoutSpaces(pattern: string): string {
  return pattern.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\s+|#[^\n]*/g, (part) =>
    /^[\s#]/.test(part) ? '' : part,
  )
}

const SURROGATE = /[\ud800-\udfff]/
const unicode = new WeakMap<RegExp, RegExp>()

/** True when a text fits. A sign beyond 16 bits is one sign, as in MongoDB's UTF-8. */
export function testPattern(pattern: RegExp, text: string): boolean {
  const used = SURROGATE.test(text) ? unicodeOf(pattern) : pattern
  used.lastIndex = 0
  return used.test(text)
}

function unicodeOf(pattern: RegExp): RegExp {
  const known = unicode.get(pattern)
  if (known) return known
  const made = withUnicode(pattern)
  unicode.set(pattern, made)
  return made
}

function withUnicode(pattern: RegExp): RegExp {
  try {
    return new RegExp(pattern.source, `${pattern.flags.replace('u', '')}u`)
  } catch {
    return pattern
  }
}

/**
 * Readies parsed JSON for EJSON: gives regular expressions only options that EJSON takes, and spares
 * `{$regex: 'a', $options: 'i', $ne: 'b'}` from being read as one expression.
 */
export function readyPatterns(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readyPatterns)
  if (!isRecord(value)) return value
  const { $regularExpression: expression, $regex, $options, ...rest } = value
  if (isRecord(expression) && typeof expression.pattern === 'string') {
    return wirePattern(expression.pattern, expression.options)
  }
  if ($regex === undefined) return mapped(value)
  const source = typeof $regex === 'string' ? wirePattern($regex, $options) : readyPatterns($regex)
  return { $regex: source, ...mapped(rest) }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function mapped(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, readyPatterns(item)]))
}

function wirePattern(pattern: string, options: unknown): unknown {
  const known = patternOptions(typeof options === 'string' ? options : '')
  return { $regularExpression: { pattern, options: known } }
}
