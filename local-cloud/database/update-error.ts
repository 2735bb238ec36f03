import { CloudError, requestFailed } from '../errors'

/** An update that MongoDB refuses: errCode -502001 in the SDK; nothing of it is applied. */
export function updateFailed(reason: string): CloudError {
  return requestFailed(reason)
}

/** MongoDB's name for the type of a value, for messages. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double'
  if (typeof value === 'boolean') return 'bool'
  if (value instanceof RegExp) return 'regex'
  return typeof value
}
