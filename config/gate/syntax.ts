import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { listFiles } from './build-files'
import type { GateFailure } from './report'

/** Parses every script and every JSON; miniprogram-ci does not look into the scripts. */
export function checkSyntax(dist: string): GateFailure[] {
  return listFiles(dist).flatMap(({ name }) => {
    try {
      const text = readFileSync(path.join(dist, name), 'utf8')
      if (name.endsWith('.js')) new vm.Script(`(function () {${text}\n})`, { filename: name })
      if (name.endsWith('.json')) JSON.parse(text)
      return []
    } catch (error) {
      return [{ check: 'syntax' as const, sentence: `${name} does not parse: ${(error as Error).message}.` }]
    }
  })
}
