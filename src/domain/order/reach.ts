import { addWakingTime } from '../shared/calendar'
import { days, minutes, type Timestamp } from '../shared/time'
import type { OutboxEntry } from './parts'
import type { Order } from './schema'

/**
 * How somebody is told: a subscription message; where WeChat does not take it, a mention in the order's thread; where
 * they have not read that in time, a call. Each message ends as sent, seen, or on the list of people to call.
 */
export type NextStep =
  /** Told, or not worth more: it is off the outbox. */
  | 'done'
  /** WeChat could not take it just now: once more after `patience.again`. */
  | 'again'
  /** It is said in the thread, and stands there for a while. */
  | 'mention'
  /** Somebody calls them. */
  | 'call'

/** How long each step is waited for. */
export const patience = {
  /** A message that WeChat could not take is tried again after this … */
  again: minutes(1),
  /** … and not for ever. */
  givesUp: days(1),
  /** A mention stands this long, in waking hours … */
  mention: minutes(30),
  /** … and no longer than this, at any hour, where it is urgent. */
  urgentMention: minutes(5),
} as const

/** Only who waits for something is sought out: an offer nobody hears of lapses by itself, staff have their desk. */
const isWaitedFor = ({ helpedIds }: Pick<Order, 'helpedIds'>, { to, onBehalfOf }: OutboxEntry): boolean =>
  helpedIds.includes(onBehalfOf ?? to)

/** `hasPhone`: whoever is on the register without one reads no thread either. */
export function afterMessage(
  order: Pick<Order, 'helpedIds'>,
  entry: OutboxEntry,
  outcome: 'sent' | 'refused' | 'delayed',
  { now, hasPhone }: { now: Timestamp; hasPhone: boolean },
): NextStep {
  if (outcome === 'sent') return 'done'
  if (outcome === 'delayed' && now - entry.at < patience.givesUp) return 'again'
  if (!isWaitedFor(order, entry)) return 'done'
  return hasPhone ? 'mention' : 'call'
}

/** Until when a mention made now stands. */
export const mentionStandsUntil = (
  { urgent, quiet }: Pick<Order, 'urgent' | 'quiet'>,
  now: Timestamp,
): Timestamp => (urgent ? now + patience.urgentMention : addWakingTime(quiet, now, patience.mention))

/** A mention whose time is over. @param readTo how far they have read the thread */
export const afterMention = (seq: number, readTo: number): NextStep => (readTo >= seq ? 'done' : 'call')
