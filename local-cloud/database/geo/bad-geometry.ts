/** Why something is no geometry, in MongoDB's words. */
export class BadGeometry extends Error {}

/** A value as messages show it. */
export function textOf(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value)
}

/** The type of a value as MongoDB's geo messages name it. */
export function nameOf(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'boolean') return 'bool'
  return typeof value === 'number' ? 'double' : typeof value
}
