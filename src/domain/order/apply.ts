import { AppError } from '../shared/errors'
import { afterQuiet } from '../shared/calendar'
import { pageKey } from '../shared/paging'
import { aboutOf } from './about'
import { effectOf } from './effects'
import type { EventContext, EventPayloads } from './event-payloads'
import { creditedMinutes } from './hours'
import type { Activity } from './parts'
import { derivedFields, type Order } from './schema'
import { phaseOf, type OrderEvent } from './status'
import { tellings } from './tellings'
import { transitionOf } from './transitions'

/**
 * The order after an event: fields, history and messages in one, to be written in a single update.
 * Says nothing of who may do it (see `can`).
 * @throws AppError Conflict where the event can't happen in the order's status.
 */
export function applyEvent<E extends OrderEvent>(
  order: Order,
  event: E,
  payload: EventPayloads[E],
  context: EventContext,
): Order {
  const transition = transitionOf(order.status, event)
  if (!transition) throw new AppError('Conflict', { status: order.status })
  const fields = effectOf(order, event, payload, context)
  const [only] = transition.to
  const status = fields.status ?? only
  if (!status || !transition.to.includes(status)) throw new AppError('Conflict', { status: order.status })
  const after: Order = { ...order, ...fields, status, phase: phaseOf[status], version: order.version + 1 }
  const { actor, at, requestId } = context
  const sendAt = order.urgent ? at : afterQuiet(order.quiet, at)
  const line = lineOf(order, event, payload, after, context)
  const told = line.isInternal && event === 'remark' ? [] : tellings(event, order, after)
  const outbox = told.flatMap(([to, moment], index) =>
    to && to !== actor?._id ? [{ id: `${requestId}-${index}`, to, moment, at, sendAt }] : [],
  )
  const activity = [...order.activity, line]
  return {
    ...after,
    ...derivedFields({ ...after, activity }),
    dueKey: pageKey(after.dueAt, after._id),
    activity,
    outbox: [...order.outbox, ...outbox],
  }
}

/** What staff say to each other about an order, or hear in confidence. */
const internalEvents = ['rateVisit', 'callBack', 'followUp', 'lookInto'] as const satisfies OrderEvent[]

/** Whose hours were corrected, from what to what. */
function correctionIn(
  { userId }: EventPayloads['correctHours'],
  before: Order,
  after: Order,
): Pick<Activity, 'whom' | 'hours'> {
  const from = creditedMinutes(before, userId)
  const [line] = after.served.slice(-1)
  return { whom: userId, hours: { name: line?.name ?? '', from, to: creditedMinutes(after, userId) } }
}

function lineOf<E extends OrderEvent>(
  before: Order,
  event: E,
  payload: EventPayloads[E],
  after: Order,
  { actor, at, requestId }: EventContext,
): Activity {
  const { note = '', isInternal = false } = payload as { note?: string; isInternal?: boolean }
  const about = aboutOf(event, payload, before, after)
  return {
    event,
    from: before.status,
    to: after.status,
    by: actor?._id ?? null,
    byName: actor?.nickname ?? '',
    at,
    note,
    isInternal: isInternal || internalEvents.some((one) => one === event),
    requestId,
    ...(event === 'noShow' ? { whom: (payload as EventPayloads['noShow']).userId } : {}),
    ...(event === 'correctHours'
      ? correctionIn(payload as EventPayloads['correctHours'], before, after)
      : {}),
    ...(about ? { about } : {}),
  }
}
