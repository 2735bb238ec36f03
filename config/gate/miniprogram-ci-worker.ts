import path from 'node:path'

interface Ci {
  Project: new (options: Record<string, unknown>) => unknown
  getCompiledResult(options: Record<string, unknown>): Promise<unknown>
  analyseCode(project: unknown): Promise<unknown>
}

// The processes that miniprogram-ci forks start in the build's folder, where tsx cannot be found.
process.execArgv = []

/* eslint-disable @typescript-eslint/no-require-imports -- the answer to its one request is put in place before it loads */
const requests = require('miniprogram-ci/dist/utils/request') as { request: unknown }
requests.request = async () => ({ body: JSON.stringify({ errCode: 0, errcode: 0, data: {} }) })
const ci = require('miniprogram-ci') as Ci
const { DefaultProjectAttr } = require('miniprogram-ci/dist/config/config') as { DefaultProjectAttr: unknown }
/* eslint-enable @typescript-eslint/no-require-imports */

/** What it finds is partly thrown, partly only warned of. */
async function complaintsAbout(dist: string): Promise<string[]> {
  const complaints = new Set<string>()
  const warn = console.warn
  console.warn = (...words: unknown[]) => {
    const text = words.map(String).join(' ')
    if (/resolve|failed/i.test(text)) complaints.add(text.trim())
  }
  const attempt = async (step: () => Promise<unknown>) => {
    try {
      await step()
    } catch (error) {
      complaints.add(String((error as Error).message).trim())
    }
  }
  const project = new ci.Project({
    appid: 'wx0000000000000001',
    type: 'miniProgram',
    projectPath: path.resolve(dist),
    privateKey: 'not a key: nothing is uploaded',
    attr: async () => DefaultProjectAttr,
  })
  await attempt(() =>
    ci.getCompiledResult({ project, setting: { es6: false }, onProgressUpdate: () => undefined }),
  )
  await attempt(() => ci.analyseCode(project))
  console.warn = warn
  return [...complaints]
}

async function main(): Promise<void> {
  const results: string[][] = []
  for (const dist of process.argv.slice(2)) results.push(await complaintsAbout(dist))
  process.stdout.write(`RESULT ${JSON.stringify(results)}\n`, () => process.exit(0))
}

void main()
