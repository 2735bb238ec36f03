import { CloudError } from '../errors'
import type { FunctionHost } from '../functions/function-host'
import type { TriggerConfig } from '../functions/function-config'
import { SevenFieldCron } from './cron'

interface Timer {
  functionName: string
  trigger: TriggerConfig
  cron: SevenFieldCron
  /** When it is due next, epoch ms; null for never. */
  due: number | null
  /** The time at which `due` was found, epoch ms. */
  asOf: number
}

const TICK = 500

/** A room that does something at times of its own, such as verdicts that come later. */
export interface DueWork {
  /** Does what is due by the cloud's clock; never rejects. */
  runDue(): Promise<void>
}

/**
 * Runs the timer triggers of all functions by the cloud's clock. As on the platform, ticks that were missed while
 * the cloud was down are not made up for; after a sleep or a jump of the clock, each runs once at most.
 */
export class TimerLoop {
  private readonly timers: Timer[]
  private ticking: NodeJS.Timeout | null = null

  /** Throws StartError BadDefinition for a trigger that isn't understood. */
  constructor(
    private readonly host: FunctionHost,
    private readonly now: () => number,
    private readonly others: readonly DueWork[] = [],
  ) {
    this.timers = host.folder.list().flatMap((functionName) =>
      host.folder.config(functionName).triggers.map((trigger) => {
        const cron = new SevenFieldCron(trigger.config)
        return { functionName, trigger, cron, due: cron.next(now()), asOf: now() }
      }),
    )
  }

  /** Begins to run timers when they are due. */
  start(): void {
    this.ticking = setInterval(() => void this.runDue(), TICK)
    this.ticking.unref()
  }

  /** Runs what is due by now, each once; resolves when they have ended. Their errors are in the log. */
  async runDue(): Promise<void> {
    const now = this.now()
    const hasTravelledBack = this.timers.filter((timer) => now < timer.asOf)
    for (const timer of hasTravelledBack) schedule(timer, now)
    const due = this.timers.flatMap((timer) =>
      timer.due !== null && timer.due <= now ? [{ timer, at: timer.due }] : [],
    )
    for (const { timer } of due) schedule(timer, now)
    await Promise.all([
      ...due.map(({ timer, at }) => this.invoke(timer, at).catch(() => undefined)),
      ...this.others.map((other) => other.runDue()),
    ])
  }

  /** Runs one trigger now, whatever the time; gives the function's result. Throws FunctionError. */
  async fire(functionName: string, triggerName: string): Promise<unknown> {
    const timer = this.timers.find(
      (one) => one.functionName === functionName && one.trigger.name === triggerName,
    )
    if (!timer)
      throw new CloudError('INVALID_PARAM', `the function ${functionName} has no trigger ${triggerName}`)
    return await this.invoke(timer, this.now())
  }

  /** The event is as SCF sends it: `Time` is when the trigger was due, in UTC, to the second. */
  private async invoke({ functionName, trigger }: Timer, at: number): Promise<unknown> {
    const Time = `${new Date(at).toISOString().slice(0, 19)}Z`
    const event = { Type: 'Timer', TriggerName: trigger.name, Time, Message: '' }
    const { result } = await this.host.send(functionName, event, { openid: '', source: 'wx_trigger' })
    return JSON.parse(result) as unknown
  }

  /** The triggers and when each is due next. */
  list(): { functionName: string; name: string; config: string; due: number | null }[] {
    return this.timers.map(({ functionName, trigger: { name, config }, due }) => ({
      functionName,
      name,
      config,
      due,
    }))
  }

  /** Stops running timers. */
  stop(): void {
    if (this.ticking) clearInterval(this.ticking)
  }
}

function schedule(timer: Timer, now: number): void {
  timer.due = timer.cron.next(now)
  timer.asOf = now
}
