import { AppError } from '../shared/errors'
import { minutes, type Timestamp } from '../shared/time'
import { changed, clocksOf, me, type Fields } from './effect-fields'
import type { EventContext, EventPayloads } from './event-payloads'
import { goneBefore, servedSince, withHours } from './hours'
import type { Taker } from './parts'
import { patience } from './patience'
import type { Order } from './schema'

/** When it really happened, as far as that can be true: not before `since`, not after now, not older than a day. */
const honest = (happenedAt: Timestamp | null, since: Timestamp, at: Timestamp): Timestamp =>
  happenedAt === null ? at : Math.min(at, Math.max(happenedAt, since, at - patience.offline))

/** @throws AppError BadInput for a wrong code, Conflict where the visit ended before they came */
export function checkIn(order: Order, payload: EventPayloads['checkIn'], context: EventContext): Fields {
  const { code, happenedAt } = payload
  if (code !== null && code !== order.doorCode) throw new AppError('BadInput', { where: ['code'] })
  const { userId } = me(context)
  const arrived = (taker: Taker): Taker => ({
    ...taker,
    checkedInAt: honest(happenedAt, taker.acceptedAt, context.at),
    proof: code === null ? null : 'code',
    standIn: null,
  })
  if (order.status === 'completed') return arrivedBefore(order, arrived, payload, context)
  const longest = Math.max(patience.visit, minutes(3 * order.service.minutes))
  return {
    takers: changed(order, userId, arrived),
    clocks: clocksOf(order, ['lapse', 'escalate'], { escalate: context.at + longest }),
  }
}

/**
 * A phone without network tells only now that they were there before it was done: what they served until then counts.
 * @throws AppError Conflict where they came after that
 */
function arrivedBefore(
  order: Order,
  arrived: (taker: Taker) => Taker,
  { happenedAt }: EventPayloads['checkIn'],
  context: EventContext,
): Fields {
  const { completedAt } = order
  if (completedAt === null || happenedAt === null || honest(happenedAt, 0, context.at) >= completedAt)
    throw new AppError('Conflict', { status: order.status })
  const { userId } = me(context)
  // Whoever had not come has no hours; now theirs are counted as if they had been seen.
  const before = changed(order, userId, (taker) => ({ ...arrived(taker), completedAt: null, minutes: null }))
  const takers = before.map((taker) => withHours(order, taker, completedAt))
  return { takers, served: [...order.served, ...servedSince(before, takers)] }
}

/** What was done, told by several one after the other. */
function toldBy(
  { completion }: Order,
  { note, photoFileIds }: { note: string; photoFileIds: readonly string[] },
): Pick<Order, 'completion'> {
  return {
    completion: {
      note: [completion?.note ?? '', note].filter((words) => words !== '').join('\n'),
      photoFileIds: [...(completion?.photoFileIds ?? []), ...photoFileIds],
    },
  }
}

/**
 * A phone without network tells only now how it ended for them, when it has ended for all: what they did, and that they
 * had gone before.
 */
function endedBefore(
  order: Order,
  payload: EventPayloads['complete'] | EventPayloads['checkOut'],
  context: EventContext,
): Fields {
  const { happenedAt, note, photoFileIds } = payload
  const { userId } = me(context)
  const each = order.takers.map((taker) =>
    taker.userId === userId
      ? goneBefore(order, taker, {
          goneAt: honest(happenedAt, taker.checkedInAt ?? 0, context.at),
          at: context.at,
        })
      : { taker, lines: [] },
  )
  const told = note !== '' || photoFileIds.length > 0 ? toldBy(order, payload) : {}
  return {
    takers: each.map(({ taker }) => taker),
    served: [...order.served, ...each.flatMap(({ lines }) => lines)],
    ...told,
  }
}

/** One goes home while others stay: their hours end here, and stand from now on, whatever becomes of the rest. */
export function checkOut(order: Order, payload: EventPayloads['checkOut'], context: EventContext): Fields {
  if (order.status === 'completed') return endedBefore(order, payload, context)
  const { userId } = me(context)
  const { note, photoFileIds, happenedAt } = payload
  const goneAt = ({ checkedInAt }: Taker): Timestamp => honest(happenedAt, checkedInAt ?? 0, context.at)
  const takers = changed(order, userId, (taker) => withHours(order, taker, goneAt(taker)))
  const told = note !== '' || photoFileIds.length > 0 ? toldBy(order, payload) : {}
  return { takers, served: [...order.served, ...servedSince(order.takers, takers)], ...told }
}

const lastArrival = ({ takers }: Order): Timestamp =>
  Math.max(...takers.map(({ checkedInAt }) => checkedInAt ?? 0))

/** It ends for all who are there still; those who went home before have their hours already. */
function ended(order: Order, completedAt: Timestamp, at: Timestamp): Fields {
  const takers = order.takers.map((taker) => withHours(order, taker, completedAt))
  return {
    takers,
    served: [...order.served, ...servedSince(order.takers, takers)],
    completedAt,
    clocks: { expire: at + patience.rating },
  }
}

export function complete(order: Order, payload: EventPayloads['complete'], context: EventContext): Fields {
  if (order.status === 'completed') return endedBefore(order, payload, context)
  const { at } = context
  const completedAt = honest(payload.happenedAt, lastArrival(order), at)
  return { ...ended(order, completedAt, at), ...toldBy(order, payload) }
}

/** When it ended, staff say as they were told: not before the last one came, nor after now. */
export function completeFor(
  order: Order,
  { happenedAt }: EventPayloads['completeFor'],
  { at }: EventContext,
): Fields {
  return ended(order, Math.min(at, Math.max(happenedAt ?? at, lastArrival(order))), at)
}
