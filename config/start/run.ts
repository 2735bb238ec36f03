import { spawn } from 'node:child_process'
import { root } from './paths'

export interface Ran {
  code: number
  /** What it printed, where it was kept quiet. */
  output: string
}

/**
 * Runs a program of this project with Node, from the root.
 * @param options.isQuiet keeps what it prints, instead of showing it
 */
export function runNode(
  args: readonly string[],
  options: { isQuiet?: boolean; env?: Readonly<Record<string, string>> } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', options.isQuiet ? 'pipe' : 'inherit', options.isQuiet ? 'pipe' : 'inherit'],
    })
    let output = ''
    const keep = (chunk: string): void => {
      output += chunk
    }
    child.stdout?.setEncoding('utf8').on('data', keep)
    child.stderr?.setEncoding('utf8').on('data', keep)
    child.on('error', reject)
    // Once all it said has come in, not merely when it ended.
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Where the command of an installed package is. */
export const binOf = (file: string): string => `node_modules/${file}`
