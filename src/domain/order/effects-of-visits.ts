import { AppError } from '../shared/errors'
import { minutes, type Timestamp } from '../shared/time'
import { answerBy, changed, clocksOf, me, type Fields } from './effect-fields'
import type { EventContext, EventPayloads } from './event-payloads'
import { correctionOf, servedSince, withHours } from './hours'
import type { Offer, Taker } from './parts'
import { patience } from './patience'
import type { Order } from './schema'

/** When it really happened, as far as that can be true: not before `since`, not after now, not older than a day. */
const honest = (happenedAt: Timestamp | null, since: Timestamp, at: Timestamp): Timestamp =>
  happenedAt === null ? at : Math.min(at, Math.max(happenedAt, since, at - patience.offline))

export function checkIn(
  order: Order,
  { code, happenedAt }: EventPayloads['checkIn'],
  context: EventContext,
): Fields {
  if (code !== null && code !== order.doorCode) throw new AppError('BadInput', { where: ['code'] })
  const { userId } = me(context)
  const checkedInAt = (taker: Taker): Timestamp => honest(happenedAt, taker.acceptedAt, context.at)
  const longest = Math.max(patience.visit, minutes(3 * order.service.minutes))
  return {
    takers: changed(order, userId, (taker) => ({
      ...taker,
      checkedInAt: checkedInAt(taker),
      proof: code === null ? null : 'code',
      standIn: null,
    })),
    clocks: clocksOf(order, ['lapse', 'escalate'], { escalate: context.at + longest }),
  }
}

/** One goes home while others stay: their hours end here, and stand from now on, whatever becomes of the rest. */
export function checkOut(
  order: Order,
  { happenedAt }: EventPayloads['checkOut'],
  context: EventContext,
): Fields {
  const { userId } = me(context)
  const goneAt = ({ checkedInAt }: Taker): Timestamp => honest(happenedAt, checkedInAt ?? 0, context.at)
  const takers = changed(order, userId, (taker) => withHours(order, taker, goneAt(taker)))
  return { takers, served: [...order.served, ...servedSince(order.takers, takers)] }
}

/** It ends for all who are there still; those who went home before have their hours already. */
export function complete(order: Order, payload: EventPayloads['complete'], context: EventContext): Fields {
  const { note, photoFileIds, happenedAt } = payload
  const arrived = Math.max(...order.takers.map(({ checkedInAt }) => checkedInAt ?? 0))
  const completedAt = honest(happenedAt, arrived, context.at)
  const takers = order.takers.map((taker) => withHours(order, taker, completedAt))
  return {
    takers,
    served: [...order.served, ...servedSince(order.takers, takers)],
    completedAt,
    completion: { note, photoFileIds },
    clocks: { expire: context.at + patience.rating },
  }
}

/** Nobody sets their own hours right. @throws AppError Forbidden for oneself; see also `correctionOf` */
export function correctHours(
  order: Order,
  payload: EventPayloads['correctHours'],
  context: EventContext,
): Fields {
  const { userId, minutes: counted, note } = payload
  if (me(context).userId === userId) throw new AppError('Forbidden')
  const line = correctionOf(order, { userId, minutes: counted, reason: note }, context.at)
  return { served: [...order.served, line] }
}

/**
 * "Not solved" goes to those who were there, but for whoever felt unsafe; without any, to the hall. The time asked for
 * is over: it has as much time again as `patience` says.
 */
export function reopen(order: Order, { doorCode }: EventPayloads['reopen'], at: Timestamp): Fields {
  const felt = order.visitRatings.filter(({ safety }) => safety === 'unsafe').map(({ userId }) => userId)
  const people = order.takers
    .filter(({ userId }) => !felt.includes(userId))
    .map(({ userId, name }) => ({ userId, name }))
  const offer: Offer = people.length > 0 ? { kind: 'people', people: people.slice(0, 10) } : { kind: 'hall' }
  const dueAt = at + patience.reopened
  return {
    takers: [],
    doorCode,
    codeTries: 0,
    completedAt: null,
    completion: null,
    reopenedCount: order.reopenedCount + 1,
    window: null,
    dueFrom: at,
    dueAt,
    offer,
    clocks: { lapse: answerBy(offer, at), escalate: dueAt },
  }
}
