import type { Document, Query } from './definitions'
import { isPlainObject } from './wire'

/** Top-level operators that the cloud has, or that MongoDB has and this cloud refuses by name. */
const LOGICAL = ['$and', '$or', '$nor']
const REFUSED = ['$where', '$jsonSchema', '$text', '$comment']

/**
 * Refuses, in MongoDB's words, what mingo lets pass or would read in another way: empty `$or`s, operators mixed
 * with fields, `$not` of a scalar.
 */
export function checkShape(query: Query): void {
  for (const [key, value] of Object.entries(query)) {
    if (LOGICAL.includes(key)) checkBranches(key, value)
    else if (REFUSED.includes(key)) throw new Error(`${key} is not in the local cloud`)
    else if (key.startsWith('$') && key !== '$expr') throw new Error(`unknown top level operator: ${key}`)
    else if (isPlainObject(value)) checkField(value)
  }
}

function checkBranches(key: string, value: unknown): void {
  if (!Array.isArray(value)) throw new Error(`${key} must be an array`)
  if (value.length === 0) throw new Error('$and/$or/$nor must be a nonempty array')
  for (const branch of value as unknown[]) {
    if (!isPlainObject(branch)) throw new Error('$or/$and/$nor entries need to be full objects')
    checkShape(branch)
  }
}

function checkField(value: Document): void {
  const keys = Object.keys(value)
  if (!keys.some((key) => key.startsWith('$'))) return
  const stray = keys.find((key) => !key.startsWith('$'))
  if (stray !== undefined) throw new Error(`unknown operator: ${stray}`)
  if ('$options' in value && !('$regex' in value)) throw new Error('$options needs a $regex')
  const { $regex } = value
  if ('$regex' in value && typeof $regex !== 'string' && !($regex instanceof RegExp)) {
    throw new Error('$regex has to be a string')
  }
  if ('$not' in value) checkNot(value.$not)
  if (isPlainObject(value.$elemMatch)) checkElement(value.$elemMatch)
}

function checkNot(operand: unknown): void {
  if (operand instanceof RegExp) return
  if (!isPlainObject(operand)) throw new Error('$not needs a regex or a document')
  if (Object.keys(operand).length === 0) throw new Error('$not cannot be empty')
  const [first = ''] = Object.keys(operand)
  if (!first.startsWith('$')) throw new Error(`unknown operator: ${first}`)
  checkField(operand)
}

function checkElement(operand: Document): void {
  const [first = ''] = Object.keys(operand)
  if (!first.startsWith('$') || LOGICAL.includes(first)) checkShape(operand)
  else checkField(operand)
}
