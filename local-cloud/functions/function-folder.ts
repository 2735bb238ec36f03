import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CloudError } from '../errors'
import { readFunctionConfig, type FunctionConfig } from './function-config'

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
    return readFunctionConfig(join(this.root, name, 'config.json'))
  }
}
