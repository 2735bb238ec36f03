import { createLogger } from '../_runtime/log'
import { callerOpenid } from '../_runtime/sdk'
import { openStore } from '../_runtime/store'
import { Trips } from '../_runtime/trips'
import { askAboutFiles } from './actions/ask-about-files'
import { beginRoles } from './actions/begin-roles'
import { closeCodes } from './actions/close-codes'
import { continueImports } from './actions/continue-imports'
import { forgetPeople } from './actions/forget-people'
import { forgetRemovals } from './actions/forget-removals'
import { sendDigests } from './actions/morning-digest'
import { passOnTasks } from './actions/pass-on-tasks'
import { placeOccurrences } from './actions/place-occurrences'
import { recheckMedia } from './actions/recheck-media'
import { recountEstates } from './actions/recount-estates'
import { remindPromises } from './actions/remind-promises'
import { remindWechatCodes } from './actions/remind-wechat-codes'
import { relayOutboxes } from './actions/relay-outboxes'
import { settleAppeals } from './actions/settle-appeals'
import { wakeAccounts } from './actions/wake-accounts'
import { wakeNotices } from './actions/wake-notices'
import { wakeOrders } from './actions/wake-orders'
import type { DutyContext } from './duty'
import { recountReads } from './notices/recount'
import { isMediaVerdict, takeMediaVerdict } from './media/verdict'

type Duty = (context: DutyContext) => Promise<number>

/** What the clock does, by the name of its trigger in `config.json`. */
const duties = {
  everyTenSeconds: { relayOutboxes, wakeNotices, askAboutFiles },
  everyMinute: {
    wakeAccounts,
    beginRoles,
    forgetPeople,
    wakeOrders,
    placeOccurrences,
    recheckMedia,
    continueImports,
    passOnTasks,
    closeCodes,
    remindWechatCodes,
    remindPromises,
    settleAppeals,
    forgetRemovals,
    recountEstates,
    recountReads,
  },
  morning: { sendDigests },
  // After an outage, or where WeChat could not take a message.
  laterMorning: { sendDigests },
} as const satisfies Record<string, Record<string, Duty>>
type Trigger = keyof typeof duties
/** ms; the function itself may take 20 seconds. */
const longestRun = 16_000

/**
 * Called by WeChat itself: by its timers, and with its verdicts on pictures and voices (message push); a person who
 * calls it is turned away. Each duty works through what is due in bounded batches and may be run again at any time:
 * what it has done is no longer due.
 */
export async function main(event: unknown): Promise<{ done: Record<string, number> }> {
  const trigger = triggerOf(event)
  const log = createLogger({ action: `timers.${trigger ?? 'unknown'}` })
  if (!isMediaVerdict(event) && (callerOpenid() !== null || !trigger)) {
    log.info('turnedAway')
    return { done: {} }
  }
  const startedAt = Date.now()
  const trips = new Trips()
  const store = openStore(trips)
  if (isMediaVerdict(event)) {
    await takeMediaVerdict(event, { store, trips, log, now: startedAt })
    return { done: {} }
  }
  const done: Record<string, number> = {}
  for (const [name, duty] of trigger ? Object.entries<Duty>(duties[trigger]) : []) {
    // Half of what those before have left, and one that fails must not keep the next from its work.
    const until = Date.now() + (startedAt + longestRun - Date.now()) / 2
    done[name] = await duty({ store, log, now: startedAt, until }).catch((error: unknown) => {
      log.error('failed', error, { duty: name })
      return 0
    })
  }
  log.info('answered', { ...done, ms: Date.now() - startedAt, roundTrips: trips.count })
  return { done }
}

function triggerOf(event: unknown): Trigger | null {
  if (typeof event !== 'object' || event === null) return null
  const { Type, TriggerName } = event as { Type?: unknown; TriggerName?: unknown }
  const isKnown = typeof TriggerName === 'string' && Object.hasOwn(duties, TriggerName)
  return Type === 'Timer' && isKnown ? (TriggerName as Trigger) : null
}
