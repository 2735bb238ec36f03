import { existsSync, readFileSync } from 'node:fs'
import { isPlainObject } from '../database/wire'
import { StartError } from '../errors'

/** A timer trigger of config.json; `config` has seven fields: second minute hour day month weekday year. */
export interface TriggerConfig {
  name: string
  type: 'timer'
  config: string
}

/** What the local cloud reads of a function's config.json. */
export interface FunctionConfig {
  /** Seconds a call may take once the function has loaded; the cloud's default is 3. */
  timeout: number
  /** Heap an instance may use, in MB; the cloud's default is 256. */
  memoryMb: number
  /** The openapi calls the function may make, by name (`permissions.openapi`). */
  openapi: string[]
  triggers: TriggerConfig[]
}

const TRIGGER_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/

/**
 * Reads a config.json; a missing file gives the cloud's defaults. Throws StartError BadDefinition, naming the
 * file and the field (source: the WeChat docs on cloud functions' configuration and timer triggers).
 */
export function readFunctionConfig(path: string): FunctionConfig {
  const parsed = existsSync(path) ? parse(path) : {}
  const triggers = listOf(path, 'triggers', parsed.triggers).map((trigger) => checkTrigger(path, trigger))
  const twice = triggers.find(({ name }, index) => triggers.findIndex((one) => one.name === name) < index)
  if (twice) throw bad(path, `the trigger name ${twice.name} is used twice`)
  return {
    timeout: positive(path, 'timeout', parsed.timeout, 3),
    memoryMb: positive(path, 'memorySize', parsed.memorySize, 256),
    openapi: permissions(path, parsed.permissions),
    triggers,
  }
}

function parse(path: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (isPlainObject(value)) return value
  } catch (error) {
    throw bad(path, `not JSON: ${error instanceof Error ? error.message : ''}`)
  }
  throw bad(path, 'an object is expected')
}

function positive(path: string, field: string, value: unknown, usual: number): number {
  if (value === undefined) return usual
  if (typeof value === 'number' && value > 0 && Number.isFinite(value)) return value
  throw bad(path, `${field} must be a number above 0`)
}

function listOf(path: string, field: string, value: unknown): unknown[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value as unknown[]
  throw bad(path, `${field} must be a list`)
}

function permissions(path: string, value: unknown): string[] {
  if (value === undefined) return []
  if (!isPlainObject(value)) throw bad(path, 'permissions must be an object')
  return listOf(path, 'permissions.openapi', value.openapi).map(String)
}

function checkTrigger(path: string, trigger: unknown): TriggerConfig {
  const { name, type, config } = isPlainObject(trigger) ? trigger : {}
  if (typeof name !== 'string' || !TRIGGER_NAME.test(name))
    throw bad(path, 'a trigger needs a name of at most 60 letters, digits, - and _, a letter first')
  if (type !== 'timer') throw bad(path, `the trigger ${name} must be of type 'timer'`)
  if (typeof config !== 'string') throw bad(path, `the trigger ${name} needs a config`)
  return { name, type, config }
}

function bad(path: string, reason: string): StartError {
  return new StartError('BadDefinition', `${path}: ${reason}`)
}
