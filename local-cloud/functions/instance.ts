import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CloudError } from '../errors'
import { exited, outOfMemory, threw, timedOut, type Failure } from './failures'
import type { LogLine } from './invocation'

/** What an instance is made of. */
export interface InstanceOptions {
  entry: string
  env: Record<string, string>
  /** Heap it may use, in MB. */
  memoryMb: number
  /** The cloud's clock, shared. */
  clock: SharedArrayBuffer
}

/** What an instance is given for one call. */
export interface InstanceCall {
  event: unknown
  env: Record<string, string>
  context: Record<string, unknown>
}

type Message =
  | { type: 'ready' }
  | { type: 'broken'; error: Failure }
  | { type: 'done'; result: string }
  | { type: 'failed'; error: Failure }
  | { type: 'line'; level: string; text: string }

/** A running instance of a function: loads once, then answers one call at a time. */
export class Instance {
  /** Resolves with how long loading took, in ms, when the module has loaded; rejects with FUNCTIONS_EXECUTE_FAIL. */
  readonly ready: Promise<number>
  /** Resolves when the instance is no more: crashed, out of memory, or ended by us. */
  readonly ended: Promise<void>
  isDead = false
  private readonly worker: Worker
  private settle: ((outcome: string | CloudError) => void) | null = null
  private onLine: ((line: LogLine) => void) | null = null
  /** What it wrote between calls, while loading for one: the next call's log gets it. */
  private early: LogLine[] = []

  constructor(private readonly options: InstanceOptions) {
    const { entry, env, clock, memoryMb } = options
    const start = performance.now()
    this.worker = new Worker(join(__dirname, 'instance-thread.js'), {
      workerData: { entry, clock },
      env,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    this.ended = new Promise((resolve) => this.worker.once('exit', () => resolve()))
    this.ready = new Promise((resolve, reject) => {
      this.worker.on('message', (message: Message) => {
        if (message.type === 'ready') resolve(performance.now() - start)
        else if (message.type === 'broken') reject(threw(message.error))
        else this.receive(message)
      })
      this.worker.on('error', (error) => this.die(this.causeOf(error), reject))
      this.worker.on('exit', () => this.die(exited(), reject))
    })
    this.ready.catch(() => undefined)
  }

  private causeOf(error: NodeJS.ErrnoException): CloudError {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return outOfMemory(this.options.memoryMb)
    return threw({ message: error.message, stack: error.stack ?? '' })
  }

  private die(cause: CloudError, reject: (cause: CloudError) => void): void {
    this.isDead = true
    reject(cause)
    this.settle?.(cause)
  }

  private receive(message: Message): void {
    if (message.type === 'line') this.write({ level: message.level, text: message.text })
    if (message.type === 'done') this.settle?.(message.result)
    if (message.type === 'failed') this.settle?.(threw(message.error))
  }

  private write(line: LogLine): void {
    if (this.onLine) this.onLine(line)
    else this.early.push(line)
  }

  /**
   * Runs one call and gives its result as JSON text. Throws FUNCTIONS_TIME_LIMIT_EXCEEDED after
   * `timeout` seconds, which ends the instance, and FUNCTIONS_EXECUTE_FAIL with what the function threw.
   */
  async run(call: InstanceCall, timeout: number, onLine: (line: LogLine) => void): Promise<string> {
    this.onLine = onLine
    this.early.splice(0).forEach(onLine)
    let timer: NodeJS.Timeout | undefined
    const outcome = await new Promise<string | CloudError>((resolve) => {
      this.settle = resolve
      timer = setTimeout(() => resolve(timedOut(timeout)), timeout * 1000)
      if (this.isDead) resolve(exited())
      else this.worker.postMessage(call)
    })
    clearTimeout(timer)
    this.settle = null
    if (typeof outcome === 'string') return outcome
    if (outcome.code === 'FUNCTIONS_TIME_LIMIT_EXCEEDED') void this.terminate()
    throw outcome
  }

  /** Ends the instance. */
  async terminate(): Promise<void> {
    this.isDead = true
    await this.worker.terminate()
  }
}
