import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/** A local cloud in a process of its own, that can be killed. */
export interface CloudProcess {
  url: string
  token: string
  /** kill -9: no handler runs, nothing is flushed. */
  kill(): Promise<void>
}

/** Starts it on the data of `dataDir` and waits until it answers. */
export async function startCloudProcess(dataDir: string): Promise<CloudProcess> {
  const child: ChildProcess = fork(path.join(__dirname, 'cloud-process-main.ts'), [dataDir], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`the cloud ended with ${String(code)} before it answered`)
  })
  const [message] = (await Promise.race([once(child, 'message'), failed])) as [{ url: string; token: string }]
  const kill = async (): Promise<void> => {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  return { ...message, kill }
}
