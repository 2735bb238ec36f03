import { StartError } from '../errors'

interface Field {
  name: string
  from: number
  to: number
  /** Names that stand for numbers, the first one for `from`. */
  names?: string[]
  /** Special forms besides numbers, ranges, steps, and lists. */
  special?: RegExp
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

/** Source: the Tencent SCF docs on timer triggers. */
const FIELDS: Field[] = [
  { name: 'second', from: 0, to: 59 },
  { name: 'minute', from: 0, to: 59 },
  { name: 'hour', from: 0, to: 23 },
  { name: 'day', from: 1, to: 31, special: /^(\?|L|LW|([1-9]|[12]\d|3[01])W)$/ },
  { name: 'month', from: 1, to: 12, names: MONTHS },
  { name: 'weekday', from: 0, to: 6, names: WEEKDAYS, special: /^(\?|L|[0-6]L|[0-6]#[1-5])$/ },
  { name: 'year', from: 1970, to: 2099 },
]

/**
 * The seven fields of a timer's expression (second minute hour day month weekday year), each a list of parts,
 * names replaced by numbers. Throws StartError BadDefinition that names the field that is wrong.
 */
export function parseCronFields(expression: string): string[][] {
  const given = expression.trim().split(/\s+/)
  if (given.length !== FIELDS.length) throw badTimer(expression, 'seven fields are needed')
  return FIELDS.map((field, index) =>
    (given[index] ?? '').split(',').map((part) => checkPart(expression, field, part)),
  )
}

function checkPart(expression: string, field: Field, part: string): string {
  const plain = withNumbers(field, part.toUpperCase())
  if (field.special?.test(plain)) return plain
  const parts = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(plain)
  const numbers = [parts?.[1], parts?.[2]].filter((number) => number !== undefined).map(Number)
  const [first = field.from, last = field.to] = numbers
  const isInside = numbers.every((number) => number >= field.from && number <= field.to) && first <= last
  if (!parts || !isInside || Number(parts[3] ?? 1) < 1)
    throw badTimer(expression, `the ${field.name} '${part}' is not understood`)
  return plain
}

function withNumbers({ names, from }: Field, part: string): string {
  if (!names) return part
  return part.replace(/[A-Z]{3}/g, (name) =>
    names.includes(name) ? String(names.indexOf(name) + from) : name,
  )
}

/** The refusal of a timer's expression. */
export function badTimer(expression: string, reason: string): StartError {
  return new StartError('BadDefinition', `the timer '${expression}' is not understood: ${reason}`)
}
