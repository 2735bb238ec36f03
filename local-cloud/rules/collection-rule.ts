import type { CollectionRule } from '../database/definitions'
import { StartError } from '../errors'
import { parseExpression, type Expression } from './expression'
import { checkLimits, dependsOnTime } from './limits'

/** What clients do. */
export type Operation = 'read' | 'create' | 'update' | 'delete'

export type SimpleRule = 'READONLY' | 'PRIVATE' | 'ADMINWRITE' | 'ADMINONLY'

/** One operation's rule. */
export interface OperationRule {
  expression: Expression
  /** Its outcome changes as time passes. */
  isTimed: boolean
}

/** A rule that is understood. What custom rules leave out nobody may do. */
export type ParsedRule = { simple: SimpleRule } | { custom: Partial<Record<Operation, OperationRule>> }

const SIMPLE: readonly string[] = ['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY'] satisfies SimpleRule[]
const PARTS = ['read', 'write', 'create', 'update', 'delete']

/**
 * Reads a simple permission or a custom rule. `write` stands in for `create`, `update`, `delete` where they are
 * missing. Throws StartError BadDefinition, beginning with `name`, for what is not understood.
 */
export function parseRule(name: string, rule: CollectionRule): ParsedRule {
  if (typeof rule === 'string') {
    if (SIMPLE.includes(rule)) return { simple: rule }
    throw badRule(name, `the rule '${String(rule)}' is not known`)
  }
  const stray = Object.keys(rule).find((key) => !PARTS.includes(key))
  if (stray !== undefined) throw badRule(name, `rule: '${stray}' is no operation`)
  const part = (key: keyof typeof rule): OperationRule | undefined => parsePart(name, rule[key])
  const write = part('write')
  const custom = {
    read: part('read'),
    create: part('create') ?? write,
    update: part('update') ?? write,
    delete: part('delete') ?? write,
  }
  return { custom: Object.fromEntries(Object.entries(custom).filter(([, value]) => value !== undefined)) }
}

function parsePart(name: string, part: unknown): OperationRule | undefined {
  if (part === undefined) return undefined
  if (typeof part === 'boolean') return { expression: { kind: 'literal', value: part }, isTimed: false }
  if (typeof part !== 'string') throw badRule(name, 'rule: true, false, or an expression is expected')
  try {
    const expression = parseExpression(part)
    checkLimits(expression)
    return { expression, isTimed: dependsOnTime(expression) }
  } catch (error) {
    throw badRule(name, error instanceof Error ? error.message : String(error))
  }
}

function badRule(name: string, reason: string): StartError {
  return new StartError('BadDefinition', `${name}: ${reason}`)
}
