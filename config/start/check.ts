import { inRoot } from './paths'
import { binOf, runNode } from './run'
import { fail } from './sentences'
import { test } from './test'

const steps: { title: string; run(): Promise<number> }[] = [
  { title: 'types', run: () => tool('typescript/bin/tsc', '-p', inRoot()) },
  { title: 'lint', run: () => tool('eslint/bin/eslint.js', '-c', 'config/eslint.config.mjs', '.') },
  {
    title: 'styles',
    run: () => tool('stylelint/bin/stylelint.mjs', 'src/**/*.scss', 'config/street/**/*.css'),
  },
  { title: 'format', run: () => tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.') },
  { title: 'tests', run: () => test([]) },
  {
    title: 'WeChat build',
    run: async () => (await runNode(['--import', 'tsx', 'config/gate/check-weapp.ts', 'dist/weapp'])).code,
  },
]

const tool = async (file: string, ...args: string[]): Promise<number> =>
  (await runNode([binOf(file), ...args])).code

/** Everything that a change must pass, in one go: all steps run, and a table says how each went. */
async function check(): Promise<number> {
  const rows: { step: string; result: string; seconds: number }[] = []
  for (const { title, run } of steps) {
    console.log(`\n── ${title}`)
    const startedAt = Date.now()
    const code = await run()
    rows.push({
      step: title,
      result: code === 0 ? 'ok' : 'FAILED',
      seconds: Math.round((Date.now() - startedAt) / 1000),
    })
  }
  console.table(rows)
  return rows.every(({ result }) => result === 'ok') ? 0 : 1
}

check().then((code) => process.exit(code), fail)
