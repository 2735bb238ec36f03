import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isMet, type Result } from '../../test/bench/_support/measure'
import { inRoot } from './paths'
import { runNode } from './run'
import { fail, Sentence } from './sentences'

const folder = 'test/bench'
const report = '.cache/bench.json'
const partial = '.cache/bench-part.json'

/** Every bench whose path has one of `words` in it; all where there are no words. */
async function chosenBenches(words: readonly string[]): Promise<string[]> {
  const entries = await readdir(inRoot(folder), { recursive: true })
  const files = entries.filter((entry) => entry.endsWith('.bench.ts')).sort()
  const chosen = files.filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  if (chosen.length > 0) return chosen
  throw new Sentence(
    `没有这样的测速：${words.join(' ')}。有的是：${files.join('、')} (no such bench; see ${folder}/README.md)`,
  )
}

/** Runs one bench in a process of its own; what it had found out before it failed counts too. */
async function runBench(file: string): Promise<{ isDone: boolean; results: Result[] }> {
  await rm(inRoot(partial), { force: true })
  const program = ['--expose-gc', '--import', 'tsx', `${folder}/_support/bench-process.ts`]
  const { code } = await runNode([...program, path.join(folder, file), partial])
  const written = await readFile(inRoot(partial), 'utf8').catch(() => '[]')
  await rm(inRoot(partial), { force: true })
  return { isDone: code === 0, results: JSON.parse(written) as Result[] }
}

function rowOf(result: Result): Record<string, string> {
  const { measure, value, unit, goal } = result
  return {
    measure,
    value: `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`,
    goal: goal === null ? '' : `≤ ${goal} ${unit}`,
    ok: goal === null ? '' : isMet(result) ? 'ok' : 'MISSED',
  }
}

/** Runs the benches that `words` choose, and shows and keeps what they measured; 1 when a goal was missed. */
async function bench(words: readonly string[]): Promise<number> {
  await mkdir(path.dirname(inRoot(report)), { recursive: true })
  const results: Result[] = []
  let failed = 0
  for (const file of await chosenBenches(words)) {
    console.log(`\n── ${file}`)
    const ran = await runBench(file)
    results.push(...ran.results)
    if (!ran.isDone) failed++
  }
  await writeFile(inRoot(report), `${JSON.stringify({ at: new Date().toISOString(), results }, null, 2)}\n`)
  console.table(results.map(rowOf))
  const missed = results.filter((result) => !isMet(result)).length
  console.log(`${results.length} measured, ${missed} missed, ${failed} benches failed; kept in ${report}`)
  return missed + failed === 0 ? 0 : 1
}

bench(process.argv.slice(2)).then((code) => process.exit(code), fail)
