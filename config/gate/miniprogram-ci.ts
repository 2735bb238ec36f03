import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { GateFailure } from './report'

const TIMEOUT_MS = 60_000

/**
 * Lets miniprogram-ci look at builds, in a process of its own that cannot reach the network.
 * @returns its complaints, build by build.
 */
export async function checkWithCi(dists: string[]): Promise<GateFailure[][]> {
  // It leaves folders where it runs.
  const cwd = mkdtempSync(path.join(tmpdir(), 'miniprogram-ci-'))
  try {
    return await runWorker(
      dists.map((dist) => path.resolve(dist)),
      cwd,
    )
  } finally {
    rmSync(cwd, { recursive: true, force: true })
  }
}

async function runWorker(dists: string[], cwd: string): Promise<GateFailure[][]> {
  const worker = path.join(__dirname, 'miniprogram-ci-worker.ts')
  const child = spawn(
    process.execPath,
    ['--import', urlOf(createRequire(__filename).resolve('tsx')), worker, ...dists],
    {
      cwd,
      env: { ...process.env, NODE_OPTIONS: `--import=${urlOf(path.join(__dirname, 'offline.mjs'))}` },
      timeout: TIMEOUT_MS,
    },
  )
  let output = ''
  let complaints = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  )
  const line = output.split('\n').find((text) => text.startsWith('RESULT '))
  if (line === undefined)
    throw new Error(`miniprogram-ci ended with ${String(code)}: ${complaints.slice(-800)}`)
  const sentences = JSON.parse(line.slice('RESULT '.length)) as string[][]
  return sentences.map((list) => list.map((sentence) => ({ check: 'miniprogram-ci' as const, sentence })))
}

function urlOf(file: string): string {
  return pathToFileURL(file).href
}
