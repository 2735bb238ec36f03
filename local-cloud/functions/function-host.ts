import type { SharedClock } from '../clock'
import { errCodeOf, toWireError } from '../errors'
import { callContext, callEnvironment, instanceEnvironment, type EnvironmentOptions } from './environment'
import type { FunctionConfig } from './function-config'
import { FunctionFolder } from './function-folder'
import { Instance } from './instance'
import { InstancePool, type Job } from './instance-pool'
import { InvocationLog, type Caller, type Invocation, type InvocationToken, type LogLine } from './invocation'
import { checkAnswer, checkRequest, type Door } from './payload'

/** A call that failed: `code` as on the wire, `errCode` as clients see it. */
export class FunctionError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly requestId: string,
  ) {
    super(message)
    this.name = 'FunctionError'
  }

  get errCode(): number {
    return errCodeOf(this.code)
  }
}

/** How to run functions. */
export interface FunctionHostOptions extends EnvironmentOptions {
  functionsDir: string
  maxInstances: number
  clock: SharedClock
}

interface Pooled {
  pool: InstancePool
  stamp: string
  config: FunctionConfig
}

/** What a call gave: JSON text, and the id under which the log has it. */
export interface Answer {
  requestId: string
  result: string
}

/** Runs cloud functions in worker threads. */
export class FunctionHost {
  readonly folder: FunctionFolder
  readonly log = new InvocationLog()
  private readonly pools = new Map<string, Pooled>()

  constructor(private readonly options: FunctionHostOptions) {
    this.folder = new FunctionFolder(options.functionsDir)
    for (const name of this.folder.list()) this.folder.config(name)
  }

  /** Calls a function for a user, as a client or another function does. Throws FunctionError. */
  async call(name: string, data: unknown, caller: Caller, door: Door): Promise<Answer> {
    const userInfo = { appId: this.options.appId, openId: caller.openid }
    const event = typeof data === 'object' && data !== null ? { ...data, userInfo } : { userInfo }
    return await this.send(name, event, caller, door)
  }

  /** Calls a function with just this event. Throws FunctionError. */
  async send(name: string, event: unknown, caller: Caller, door: Door = 'host'): Promise<Answer> {
    const { invocation, token } = this.log.begin(name, caller, this.options.clock.now())
    const { requestId } = invocation
    try {
      checkRequest(event, door)
      const result = await this.run(invocation, token, event)
      checkAnswer(result, door)
      return { requestId, result }
    } catch (error) {
      const { code, message } = toWireError(error)
      invocation.error = message
      invocation.ms ??= 0
      throw new FunctionError(code, message, requestId)
    }
  }

  private async run(invocation: Invocation, token: InvocationToken, event: unknown): Promise<string> {
    const { name, requestId } = invocation
    const { pool, config } = this.poolOf(name)
    const env = callEnvironment(this.options, invocation, token)
    const context = callContext(this.options, { name, ...config }, requestId, env)
    return await submit(pool, async (instance, cold) => {
      invocation.cold = cold
      if (cold) invocation.loadMs = tenth(await instance.ready)
      const onLine = (line: LogLine): number => invocation.lines.push(line)
      return await timed(invocation, () => instance.run({ event, env, context }, config.timeout, onLine))
    })
  }

  private poolOf(name: string): Pooled {
    const known = this.pools.get(name)
    // While a build is replacing the code, what is loaded goes on.
    if (known && !this.folder.has(name)) return known
    const entry = this.folder.entry(name)
    const stamp = this.folder.stamp(name)
    if (known?.stamp === stamp) return known
    const config = this.folder.config(name)
    const { clock, maxInstances } = this.options
    const { memoryMb } = config
    const env = instanceEnvironment(this.options, { name, ...config })
    const start = (): Instance => new Instance({ entry, env, memoryMb, clock: clock.shared })
    const pooled = { pool: new InstancePool(start, maxInstances), stamp, config }
    this.pools.set(name, pooled)
    for (const job of known?.pool.retire() ?? []) pooled.pool.submit(job)
    return pooled
  }

  /** True when a function's config.json lets it call this openapi (`permissions.openapi`). */
  mayCall(name: string, api: string): boolean {
    return this.poolOf(name).config.openapi.includes(api)
  }

  /** How many instances of each function are alive. */
  instances(): Record<string, number> {
    return Object.fromEntries([...this.pools].map(([name, { pool }]) => [name, pool.size]))
  }

  /** Ends all instances. */
  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map(({ pool }) => pool.close()))
  }
}

async function timed(invocation: Invocation, work: () => Promise<string>): Promise<string> {
  const start = performance.now()
  try {
    return await work()
  } finally {
    invocation.ms = tenth(performance.now() - start)
  }
}

function tenth(ms: number): number {
  return Math.round(ms * 10) / 10
}

async function submit(
  pool: InstancePool,
  work: (instance: Instance, cold: boolean) => Promise<string>,
): Promise<string> {
  return await new Promise((resolve, reject) => {
    const job: Job = { run: (instance, cold) => work(instance, cold).then(resolve, reject), fail: reject }
    pool.submit(job)
  })
}

/** The caller behind a request of the SDK: whom the running call is for. Without one, nobody. */
export function callerBehind(log: InvocationLog, token: unknown, source: string): Caller {
  return { openid: log.byTokenOf(token)?.openid ?? '', source: source || 'wx_server' }
}
