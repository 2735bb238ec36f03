import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CloudError, StartError } from '../errors'

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
  triggers: TriggerConfig[]
}

/** Where the functions are: `<root>/<name>/{index.js, config.json}`. */
export class FunctionFolder {
  private readonly root: string

  constructor(root: string) {
    this.root = resolve(root)
  }

  /** Names of all functions, sorted. */
  list(): string[] {
    if (!existsSync(this.root)) return []
    return readdirSync(this.root)
      .filter((name) => existsSync(join(this.root, name, 'index.js')))
      .sort()
  }

  /** True when the function's module is there. */
  has(name: string): boolean {
    return /^[A-Za-z][\w-]*$/.test(name) && existsSync(join(this.root, name, 'index.js'))
  }

  /** The path of a function's module; throws the cloud's FUNCTION_NOT_FOUND. */
  entry(name: string): string {
    if (this.has(name)) return join(this.root, name, 'index.js')
    throw new CloudError(
      'FUNCTION_NOT_FOUND',
      `[ResourceNotFound.Function] FunctionName parameter could not be found: ${name}`,
    )
  }

  /** Changes whenever the function's code or configuration does. */
  stamp(name: string): string {
    return ['index.js', 'config.json', 'package.json']
      .map((file) => join(this.root, name, file))
      .map((path) => (existsSync(path) ? statSync(path).mtimeMs : 0))
      .join()
  }

  /** A function's configuration; throws StartError when it can't be understood. */
  config(name: string): FunctionConfig {
    const path = join(this.root, name, 'config.json')
    if (!existsSync(path)) return { timeout: 3, triggers: [] }
    const parsed = parse(path)
    const timeout = typeof parsed.timeout === 'number' ? parsed.timeout : 3
    const triggers = Array.isArray(parsed.triggers) ? (parsed.triggers as unknown[]) : []
    return { timeout, triggers: triggers.map((trigger) => checkTrigger(path, trigger)) }
  }
}

function parse(path: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  } catch (error) {
    throw new StartError(
      'BadDefinition',
      `${path} is not JSON: ${error instanceof Error ? error.message : ''}`,
    )
  }
}

function checkTrigger(path: string, trigger: unknown): TriggerConfig {
  const { name, type, config } = (trigger ?? {}) as Record<string, unknown>
  if (typeof name === 'string' && type === 'timer' && typeof config === 'string')
    return { name, type, config }
  throw new StartError('BadDefinition', `${path}: a trigger needs a name, type 'timer', and a config`)
}
