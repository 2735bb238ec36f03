import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/** A local cloud in a process of its own. */
export interface CloudProcess {
  url: string
  /** From before the process was made until it listened. */
  seconds: number
  /** What it holds in memory (RSS), in MB. */
  memory(): Promise<number>
  /** kill -9 */
  kill(): Promise<void>
}

/** Starts one on a data folder, as `npm start` does: by Node with tsx. */
export async function startCloudProcess(dataDir: string): Promise<CloudProcess> {
  const startedAt = performance.now()
  const child = fork(path.join(__dirname, 'cloud-program.ts'), [dataDir], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [{ url }] = (await once(child, 'message')) as [{ url: string }]
  const seconds = (performance.now() - startedAt) / 1000
  const memory = async (): Promise<number> => {
    child.send('memory')
    const [{ megabytes }] = (await once(child, 'message')) as [{ megabytes: number }]
    return megabytes
  }
  const kill = async (): Promise<void> => {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  return { url, seconds, memory, kill }
}
