import { timelyActions, type OrderView } from '@/domain/order/present'
import type { Timestamp } from '@/domain/shared/time'

/** What the office does at its desk beside choosing whom to send, in the order of the buttons. */
export const deskEvents = [
  'resume',
  'closeRoster',
  'withdraw',
  'noShow',
  'completeFor',
  'callBack',
  'followUp',
  'lookInto',
  'correctHours',
  'defer',
  'redirect',
  'transfer',
  'split',
  'merge',
  'remark',
  'cancel',
] as const
export type DeskEvent = (typeof deskEvents)[number]

/** Those that the server allows now. */
export const deskEventsOf = (order: OrderView, now: Timestamp): DeskEvent[] => {
  const allowed = timelyActions(order, now)
  return deskEvents.filter((event) => allowed.includes(event))
}

/** The keys of a desk with a keyboard; `dispatch.keys` says so. */
export const eventKeys = {
  d: 'defer',
  r: 'redirect',
  t: 'transfer',
  m: 'merge',
  s: 'split',
  n: 'remark',
} as const satisfies Record<string, DeskEvent>

/** An event asked for, of the order as it stood then. */
export interface Asked {
  event: DeskEvent
  order: OrderView
}
