import { indexOf } from './arrays'
import { failed, fixed, parametersOf, ranged, variadic, type Operator, type Operators } from './operator'
import { isInt32, isNothing, numberOf, show, typeName } from './values'

/** A value as text where MongoDB makes one of it by itself: null and missing are empty. */
function textOf(value: unknown): string {
  if (isNothing(value)) return ''
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  const number = numberOf(value)
  if (number !== undefined) return String(number)
  throw failed(`can't convert from BSON type ${typeName(value)} to String`)
}

const concat = variadic((values) => {
  for (const value of values) {
    if (isNothing(value)) return null
    if (typeof value !== 'string') throw failed(`$concat only supports strings, not ${typeName(value)}`)
  }
  return values.join('')
})

/** A search in a text cut into units: bytes or code points. */
function indexIn(unitsOf: (text: string) => ArrayLike<unknown>): Operator {
  return ranged(2, 4, ([text, part, start, end], name) => {
    if (isNothing(text)) return null
    if (typeof text !== 'string') {
      throw failed(`${name} requires a string as the first argument, found: ${typeName(text)}`)
    }
    if (typeof part !== 'string') {
      throw failed(`${name} requires a string as the second argument, found: ${typeName(part)}`)
    }
    const [units, wanted] = [unitsOf(text), unitsOf(part)]
    const from = start === undefined ? 0 : indexOf(start, name, 'starting')
    const to = Math.min(end === undefined ? units.length : indexOf(end, name, 'ending'), units.length)
    for (let i = from; i + wanted.length <= to; i++) if (isAt(units, wanted, i)) return i
    return -1
  })
}

function isAt(units: ArrayLike<unknown>, wanted: ArrayLike<unknown>, at: number): boolean {
  for (let i = 0; i < wanted.length; i++) if (units[at + i] !== wanted[i]) return false
  return true
}

const split = fixed(2, ([text, separator]) => {
  if (isNothing(text) || isNothing(separator)) return null
  for (const [which, value] of [
    ['first', text],
    ['second', separator],
  ]) {
    if (typeof value !== 'string') {
      throw failed(
        `$split requires an expression that evaluates to a string as a ${String(which)} argument, found: ${typeName(value)}`,
      )
    }
  }
  if (separator === '') throw failed('$split requires a non-empty separator')
  return String(text).split(String(separator))
})

function lengthIn(unitsOf: (text: string) => ArrayLike<unknown>): Operator {
  return fixed(1, ([text], name) => {
    if (typeof text === 'string') return unitsOf(text).length
    throw failed(`${name} requires a string argument, found: ${typeName(text)}`)
  })
}

/** A negative length means: to the end. A negative start gives an empty text (source: the manual on `$substr`). */
const substrBytes = fixed(3, ([text, start, length], name) => {
  const bytes = Buffer.from(textOf(text), 'utf8')
  const from = substrNumber(start, name, 'starting index')
  const count = substrNumber(length, name, 'length')
  if (from < 0) return ''
  const to = count < 0 ? bytes.length : Math.min(from + count, bytes.length)
  if (isContinuation(bytes[from])) {
    throw failed('$substrBytes:  Invalid range, starting index is a UTF-8 continuation byte.')
  }
  if (isContinuation(bytes[to])) {
    throw failed('$substrBytes:  Invalid range, ending index is in the middle of a UTF-8 character.')
  }
  return bytes.subarray(from, to).toString('utf8')
})

function substrNumber(value: unknown, name: string, which: string): number {
  const number = numberOf(value)
  if (number !== undefined) return Math.trunc(number)
  const operator = name === '$substr' ? '$substrBytes' : name
  throw failed(`${operator}:  ${which} must be a numeric type (is BSON type ${typeName(value)})`)
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80
}

const substrCP = fixed(3, ([text, start, length]) => {
  const points = [...textOf(text)]
  const from = substrNumber(start, '$substrCP', 'starting index')
  const count = substrNumber(length, '$substrCP', 'length')
  for (const value of [start, length]) {
    if (isInt32(numberOf(value) ?? 0)) continue
    throw failed(
      `$substrCP: starting index and length must be representable as a 32-bit integral value (found ${show(value)})`,
    )
  }
  if (from < 0) throw failed('$substrCP: the starting index must be nonnegative integer.')
  if (count < 0) throw failed('$substrCP: length must be a nonnegative integer.')
  return points.slice(from, from + count).join('')
})

const upper = (text: string): string => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())
const lower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

const strcasecmp = fixed(2, (values) => {
  const [a = '', b = ''] = values.map((value) => upper(textOf(value)))
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'))
})

const SPACES = new Set(
  '\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
)

function trim(ends: { left: boolean; right: boolean }): Operator {
  return (operand, compiler, name) => {
    const parts = parametersOf(operand, {
      required: ['input'],
      optional: ['chars'],
      notObject: (value) => `${name} only supports an object as an argument, found ${typeName(value)}`,
      unknown: (key) => `${name} found an unknown argument: ${key}`,
      missing: () => `${name} requires an 'input' field`,
    })
    const input = compiler.compile(parts.input)
    const chars = 'chars' in parts ? compiler.compile(parts.chars) : null
    return (variables) => {
      const text = trimText(input(variables), name, 'its input')
      const set = chars ? trimText(chars(variables), name, "'chars'") : SPACES
      return text === null || set === null ? null : trimmed(text, new Set(set), ends)
    }
  }
}

function trimText(value: unknown, name: string, which: string): string | null {
  if (isNothing(value)) return null
  if (typeof value === 'string') return value
  throw failed(
    `${name} requires ${which} to be a string, got ${show(value)} (of type ${typeName(value)}) instead.`,
  )
}

function trimmed(text: string, set: ReadonlySet<string>, ends: { left: boolean; right: boolean }): string {
  const points = [...text]
  let [from, to] = [0, points.length]
  while (ends.left && from < to && set.has(points[from] ?? '')) from++
  while (ends.right && to > from && set.has(points[to - 1] ?? '')) to--
  return points.slice(from, to).join('')
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'utf8')
const pointsOf = (text: string): string[] => [...text]

/** Texts, by bytes of UTF-8 or by code points. Cases are those of ASCII. */
export const strings: Operators = {
  $concat: concat,
  $indexOfBytes: indexIn(bytesOf),
  $indexOfCP: indexIn(pointsOf),
  $ltrim: trim({ left: true, right: false }),
  $rtrim: trim({ left: false, right: true }),
  $split: split,
  $strcasecmp: strcasecmp,
  $strLenBytes: lengthIn(bytesOf),
  $strLenCP: lengthIn(pointsOf),
  $substr: substrBytes,
  $substrBytes: substrBytes,
  $substrCP: substrCP,
  $toLower: fixed(1, ([value]) => lower(textOf(value))),
  $toUpper: fixed(1, ([value]) => upper(textOf(value))),
  $trim: trim({ left: true, right: true }),
}
