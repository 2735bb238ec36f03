import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Linter } from 'eslint'
import { listFiles } from './build-files'
import type { GateFailure } from './report'

const es5: Linter.Config = { languageOptions: { ecmaVersion: 5, sourceType: 'script' } }

/** What was said of a script before: of the copies that the controls damage, all but one file is the same. */
const verdicts = new Map<string, Linter.LintMessage | null>()

function verdictOn(text: string, linter: Linter): Linter.LintMessage | null {
  const known = verdicts.get(text)
  if (known !== undefined) return known
  const fatal =
    linter.verify(text, es5, { allowInlineConfig: false }).find((message) => message.fatal) ?? null
  verdicts.set(text, fatal)
  return fatal
}

/**
 * Parses every script as ES5, regular expressions too: an old phone refuses a whole file for one `/\p{P}/u`, which
 * Node has long known. A library that is published in newer words goes through babel: `transpiled` in config/index.ts.
 */
export function checkOldPhones(dist: string): GateFailure[] {
  const linter = new Linter()
  return listFiles(dist)
    .filter(({ name }) => name.endsWith('.js'))
    .flatMap(({ name }) => {
      const text = readFileSync(path.join(dist, name), 'utf8')
      const fatal = verdictOn(text, linter)
      if (!fatal) return []
      const near = text.split('\n')[fatal.line - 1]?.slice(Math.max(0, fatal.column - 30), fatal.column + 30)
      const sentence = `${name} is not ES5: ${fatal.message} near \`${near?.trim() ?? ''}\`.`
      return [{ check: 'old phones' as const, sentence }]
    })
}
