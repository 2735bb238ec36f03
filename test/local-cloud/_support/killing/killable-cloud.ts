import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { buildSync } from 'esbuild'

/** A local cloud in a process of its own, always at the same address. */
export class KillableCloud {
  readonly env = 'test'
  url = ''
  private child: ChildProcess | null = null
  private port = 0
  private readonly program: string

  constructor(private readonly dataDir: string) {
    this.program = path.join(dataDir, 'program.js')
    // One file starts in a third of the time that a compiler on the way needs.
    buildSync({
      entryPoints: [path.join(__dirname, 'program.ts')],
      outfile: this.program,
      bundle: true,
      platform: 'node',
      external: ['libsql', 'bufferutil', 'utf-8-validate'],
      logLevel: 'error',
    })
  }

  /** Starts it on whatever the last one left, and waits until it listens. */
  async start(): Promise<void> {
    const child = fork(this.program, [this.dataDir, String(this.port)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, NODE_PATH: path.resolve(__dirname, '../../../../node_modules') },
    })
    this.child = child
    let errors = ''
    child.stderr?.on('data', (chunk: Buffer) => (errors += String(chunk)))
    const told = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => null)])
    if (!told) throw new Error(`the cloud did not start:\n${errors}`)
    const { url, port } = told[0] as { url: string; port: number }
    Object.assign(this, { url, port })
  }

  /** kill -9: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return
    const gone = once(this.child, 'exit')
    this.child.kill('SIGKILL')
    await gone
  }
}
