/** A value that writes itself for the wire: server dates, patterns, places. */
export interface WireValue {
  toWire(): unknown
}

/** Writes a value for the wire: dates and patterns in EJSON's form, the rest as JSON has it. */
export function toWire(value: unknown): unknown {
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof RegExp) {
    return { $regularExpression: { pattern: value.source, options: value.flags.replace(/[gyd]/g, '') } }
  }
  if (Array.isArray(value)) return value.map(toWire)
  if (typeof value !== 'object' || value === null) return value
  if (isWireValue(value)) return value.toWire()
  const out: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) if (item !== undefined) out[key] = toWire(item)
  return out
}

/** True for what writes itself for the wire. */
export function isWireValue(value: object): value is WireValue {
  return typeof (value as Partial<WireValue>).toWire === 'function'
}

/** Reads a value of the wire (canonical EJSON, already parsed from JSON). */
export function fromWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromWire)
  if (typeof value !== 'object' || value === null) return value
  const record = value as Record<string, unknown>
  const keys = Object.keys(record)
  if (keys.length === 1 && keys[0] !== undefined && keys[0].charAt(0) === '$') return special(keys[0], record)
  const out: Record<string, unknown> = {}
  for (const key of keys) out[key] = fromWire(record[key])
  return out
}

function special(name: string, record: Record<string, unknown>): unknown {
  const inner = record[name]
  if (name === '$numberInt' || name === '$numberLong' || name === '$numberDouble') return Number(inner)
  if (name === '$date') return new Date(typeof inner === 'string' ? inner : Number(fromWire(inner)))
  if (name === '$oid') return inner
  if (name === '$regularExpression') {
    const { pattern, options } = inner as { pattern: string; options: string }
    return new RegExp(pattern, options)
  }
  return record
}

/** A document from its EJSON text. */
export function parseDocument(text: string): Record<string, unknown> {
  return fromWire(JSON.parse(text)) as Record<string, unknown>
}
