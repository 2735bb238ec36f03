import { ObjectId } from 'bson'
import { requestFailed, type CloudError } from '../errors'
import { isPlainObject } from './wire'

/**
 * A write that MongoDB refuses: errCode -502001 in the SDK; nothing of it is applied. The frame around the reason
 * is the cloud's (source: messages of the real cloud in public repositories).
 */
export function updateFailed(reason: string): CloudError {
  return requestFailed(`multiple write errors: [{write errors: [{${reason}}]}, {<nil>}]`)
}

const LONGEST_TEXT = 160

/** A value as MongoDB's messages show it: `"text"`, `[ 1, 2 ]`, `{ a: 1 }`, `new Date(0)`. */
export function show(value: unknown): string {
  if (typeof value === 'string') return `"${shortened(value)}"`
  if (value === null || value === undefined) return 'null'
  if (value instanceof Date) return `new Date(${value.getTime()})`
  if (value instanceof RegExp) return String(value)
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`
  if (Array.isArray(value)) return wrapped('[', (value as unknown[]).map(show), ']')
  if (isPlainObject(value)) return wrapped('{', Object.entries(value).map(showPair), '}')
  return typeof value === 'object' ? JSON.stringify(value) : String(value as number | boolean)
}

function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 10)}...` : text
}

function showPair([key, value]: [string, unknown]): string {
  return `${key}: ${show(value)}`
}

function wrapped(open: string, parts: string[], close: string): string {
  return parts.length === 0 ? `${open}${close}` : `${open} ${parts.join(', ')} ${close}`
}

/** A field and its value as MongoDB's messages show them: `{a: 1}`. */
export function showElement(key: string, value: unknown): string {
  return `{${showPair([key, value])}}`
}
