import { createLogger } from '../_runtime/log'
import { callerOpenid } from '../_runtime/sdk'
import { openStore } from '../_runtime/store'
import { Trips } from '../_runtime/trips'
import { relayOutboxes } from './actions/relay-outboxes'
import { wakeOrders } from './actions/wake-orders'

/** What the clock does, by the name of its trigger in `config.json`. */
const duties = { everyMinute: { wakeOrders, relayOutboxes } } as const

/**
 * Called by WeChat's timers; a person who calls it is turned away. Each duty works through what is due in
 * bounded batches and may be run again at any time: what it has done is no longer due.
 */
export async function main(event: unknown): Promise<{ done: Record<string, number> }> {
  const trigger = triggerOf(event)
  const log = createLogger({ action: `timers.${trigger ?? 'unknown'}` })
  if (callerOpenid() !== null || !trigger) {
    log.info('turnedAway')
    return { done: {} }
  }
  const startedAt = Date.now()
  const trips = new Trips()
  const store = openStore(trips)
  const done: Record<string, number> = {}
  for (const [name, duty] of Object.entries(duties[trigger])) {
    // One duty that fails must not keep the next from its work.
    done[name] = await duty({ store, log, now: startedAt }).catch((error: unknown) => {
      log.error('failed', error, { duty: name })
      return 0
    })
  }
  log.info('answered', { ...done, ms: Date.now() - startedAt, roundTrips: trips.count })
  return { done }
}

function triggerOf(event: unknown): keyof typeof duties | null {
  if (typeof event !== 'object' || event === null) return null
  const { Type, TriggerName } = event as { Type?: unknown; TriggerName?: unknown }
  return Type === 'Timer' && TriggerName === 'everyMinute' ? TriggerName : null
}
