import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findBrowser } from '../../test/support/browser/find-browser'
import { ensureBuilt, type BuildName } from './builds'
import { binOf, runNode } from './run'
import { fail, Sentence } from './sentences'

interface Counts {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numRuntimeErrorTestSuites: number
}

/** What is tested as it was built, by the test project; the functions are bundled by jest's own setup. */
const needs: Readonly<Record<string, readonly BuildName[]>> = {
  weapp: ['functions', 'weapp'],
  e2e: ['functions', 'h5', 'street'],
  config: ['functions', 'h5', 'street'],
}

/** Which projects `--selectProjects a b` names; those that need something, where it names none. */
function chosenProjects(args: readonly string[]): readonly string[] {
  const at = args.indexOf('--selectProjects')
  if (at < 0) return Object.keys(needs)
  const rest = args.slice(at + 1)
  const end = rest.findIndex((argument) => argument.startsWith('-'))
  return end < 0 ? rest : rest.slice(0, end)
}

/**
 * Everything there is to test: builds what is missing, finds or installs a browser, runs jest with the arguments
 * given, and ends with a line that a machine can read.
 */
export async function test(args: readonly string[]): Promise<number> {
  const projects = chosenProjects(args)
  if (projects.includes('e2e')) {
    await findBrowser().catch((error: unknown) => {
      throw new Sentence(error instanceof Error ? error.message : String(error))
    })
  }
  await ensureBuilt([...new Set(projects.flatMap((project) => needs[project] ?? []))])
  const folder = await mkdtemp(path.join(tmpdir(), 'jiamenkou-test-'))
  const outputFile = path.join(folder, 'counts.json')
  const jest = [binOf('jest/bin/jest.js'), '-c', 'config/jest.config.mjs', '--maxWorkers=2']
  const { code } = await runNode([...jest, '--json', `--outputFile=${outputFile}`, ...args], {
    env: { NODE_ENV: 'test' },
  })
  const written = await readFile(outputFile, 'utf8').catch(() => null)
  if (written === null) throw new Sentence('测试没有跑起来，原因在上面。(jest did not start; see above)')
  const counts = JSON.parse(written) as Counts
  await rm(folder, { recursive: true })
  const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites
  console.log(`${counts.numPassedTests} passed, ${failed} failed, ${counts.numPendingTests} skipped`)
  return counts.numPassedTests === 0 ? 1 : code
}

if (require.main === module) test(process.argv.slice(2)).then((code) => process.exit(code), fail)
