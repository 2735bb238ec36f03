import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { CloudError } from '../errors'
import type { LogLine } from './invocation'

/** What an instance is made of. */
export interface InstanceOptions {
  entry: string
  env: Record<string, string>
  /** The cloud's clock, shared. */
  clock: SharedArrayBuffer
}

/** What an instance is given for one call. */
export interface InstanceCall {
  event: unknown
  env: Record<string, string>
  context: Record<string, unknown>
}

interface Failure {
  message: string
  stack: string
}

type Message =
  | { type: 'ready' }
  | { type: 'broken'; error: Failure }
  | { type: 'done'; result: string }
  | { type: 'failed'; error: Failure }
  | { type: 'line'; level: string; text: string }

const MEMORY_MB = 256

/** A running instance of a function: loads once, then answers one call at a time. */
export class Instance {
  /** Resolves when the module has loaded; rejects with FUNCTIONS_EXECUTE_FAIL when it can't. */
  readonly ready: Promise<void>
  private readonly worker: Worker
  private settle: ((outcome: string | CloudError) => void) | null = null
  private onLine: ((line: LogLine) => void) | null = null
  isDead = false

  constructor(options: InstanceOptions) {
    const { entry, env, clock } = options
    this.worker = new Worker(join(__dirname, 'instance-thread.js'), {
      workerData: { entry, clock },
      env,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    this.ready = new Promise((resolve, reject) => {
      this.worker.on('message', (message: Message) => {
        if (message.type === 'ready') resolve()
        else if (message.type === 'broken') reject(executeFailed(message.error))
        else this.receive(message)
      })
      this.worker.on('error', (error) => {
        this.isDead = true
        const failure = executeFailed({ message: error.message, stack: error.stack ?? '' })
        reject(failure)
        this.settle?.(failure)
      })
      this.worker.on('exit', () => {
        this.isDead = true
        const failure = executeFailed({ message: 'the function ended its process', stack: '' })
        reject(failure)
        this.settle?.(failure)
      })
    })
    this.ready.catch(() => undefined)
  }

  private receive(message: Message): void {
    if (message.type === 'line') this.onLine?.({ level: message.level, text: message.text })
    if (message.type === 'done') this.settle?.(message.result)
    if (message.type === 'failed') this.settle?.(executeFailed(message.error))
  }

  /**
   * Runs one call and gives its result as JSON text. Throws FUNCTIONS_TIME_LIMIT_EXCEEDED after
   * `timeout` seconds, and FUNCTIONS_EXECUTE_FAIL with what the function threw.
   */
  async run(call: InstanceCall, timeout: number, onLine: (line: LogLine) => void): Promise<string> {
    this.onLine = onLine
    let timer: NodeJS.Timeout | undefined
    const outcome = await new Promise<string | CloudError>((resolve) => {
      this.settle = resolve
      timer = setTimeout(() => resolve(timedOut(timeout)), timeout * 1000)
      this.worker.postMessage(call)
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

function executeFailed({ message, stack }: Failure): CloudError {
  const shown = JSON.stringify({ errorCode: 1, errorMessage: message, stackTrace: stack })
  return new CloudError('FUNCTIONS_EXECUTE_FAIL', shown)
}

function timedOut(seconds: number): CloudError {
  return new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${seconds} seconds`)
}
