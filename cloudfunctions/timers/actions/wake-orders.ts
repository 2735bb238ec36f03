import { applyEvent } from '@/domain/order/apply'
import type { EventPayloads } from '@/domain/order/event-payloads'
import type { Order } from '@/domain/order/schema'
import { clockEvents, type ClockEvent } from '@/domain/order/status'
import { transitionOf } from '@/domain/order/transitions'
import { command } from '../../_runtime/sdk'
import { nextOffer } from '../../order/auto-dispatch'
import { saveEvent } from '../../order/save-event'
import { tellEvent } from '../../order/tell-event'
import { newestBefore } from '../../order/write-thread'
import { workThrough, type DutyContext } from '../duty'

/** Everything whose time has come: offers, claims, lateness, deferred ones, ratings; answers how many moved on. */
export const wakeOrders = (context: DutyContext): Promise<number> =>
  workThrough(context, {
    collection: context.store.orders,
    due: { wakeAt: command.lte(context.now) },
    key: 'wakeAt',
    work: async (order) => {
      const event = dueEvent(order, context.now)
      return event !== undefined && wake(context, order, event)
    },
  })

/** The earliest of the clock's events that is due and can happen. */
function dueEvent({ clocks, status }: Order, now: number): ClockEvent | undefined {
  const due = clockEvents.filter((event) => (clocks[event] ?? Infinity) <= now && transitionOf(status, event))
  return due.sort((a, b) => (clocks[a] ?? 0) - (clocks[b] ?? 0))[0]
}

async function wake({ store, log, now }: DutyContext, order: Order, event: ClockEvent): Promise<boolean> {
  // The same for every run that sees the order as it is: one of them writes it.
  const requestId = `clock-${order._id}-${order.version}`.slice(0, 60)
  const payload: EventPayloads[ClockEvent] =
    event === 'advance' ? { offer: await nextOffer(store, order, now) } : {}
  const after = applyEvent(order, event, payload as EventPayloads[typeof event], {
    actor: null,
    at: now,
    requestId,
  })
  const newest = newestBefore(store, order._id, event, order.status)
  if (!(await saveEvent(store, order, after))) {
    log.info('movedByOthers', { orderId: order._id })
    return false
  }
  await tellEvent(store, order, after, newest)
  return true
}
