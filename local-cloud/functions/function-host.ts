import type { SharedClock } from '../clock'
import { CloudError, errCodeOf, toWireError } from '../errors'
import { callContext, callEnvironment, instanceEnvironment, type EnvironmentOptions } from './environment'
import { FunctionFolder } from './function-folder'
import { Instance } from './instance'
import { InstancePool, type Job } from './instance-pool'
import { InvocationLog, type Caller, type Invocation } from './invocation'

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
  timeout: number
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
  async call(name: string, data: unknown, caller: Caller): Promise<Answer> {
    const userInfo = { appId: this.options.appId, openId: caller.openid }
    const event = typeof data === 'object' && data !== null ? { ...data, userInfo } : { userInfo }
    return await this.send(name, event, caller)
  }

  /** Calls a function with just this event. Throws FunctionError. */
  async send(name: string, event: unknown, caller: Caller): Promise<Answer> {
    const { invocation, token } = this.log.begin(name, caller, this.options.clock.now())
    const { requestId } = invocation
    try {
      const { pool, timeout } = this.poolOf(name)
      const call = {
        event,
        env: callEnvironment(this.options, caller, token),
        context: callContext(this.options, name, requestId, timeout),
      }
      const result = await submit(pool, (instance, cold) => {
        invocation.cold = cold
        return timed(invocation, () => instance.run(call, timeout, (line) => invocation.lines.push(line)))
      })
      return { requestId, result }
    } catch (error) {
      const { code, message } = toWireError(error)
      invocation.error = message
      invocation.ms ??= 0
      throw new FunctionError(code, message, requestId)
    }
  }

  private poolOf(name: string): Pooled {
    const known = this.pools.get(name)
    // While a build is replacing the code, what is loaded goes on.
    if (known && !this.folder.has(name)) return known
    const entry = this.folder.entry(name)
    const stamp = this.folder.stamp(name)
    if (known?.stamp === stamp) return known
    const { timeout } = this.folder.config(name)
    const { clock, maxInstances } = this.options
    const env = instanceEnvironment(this.options)
    const pool = new InstancePool(() => new Instance({ entry, env, clock: clock.shared }), maxInstances)
    const pooled = { pool, stamp, timeout }
    this.pools.set(name, pooled)
    for (const job of known?.pool.retire() ?? []) pool.submit(job)
    return pooled
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
    invocation.ms = Math.round((performance.now() - start) * 10) / 10
  }
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

/** Refuses a client's call whose data are more than 100 KB (source: the WeChat docs). */
export function checkPayload(data: unknown): void {
  const size = Buffer.byteLength(JSON.stringify(data ?? {}))
  if (size > 100 * 1024) {
    throw new CloudError('EXCEED_REQUEST_LIMIT', `data exceed max size 100KB: ${Math.ceil(size / 1024)}KB`)
  }
}
