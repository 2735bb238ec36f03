import { AppError } from '../shared/errors'
import type { Timestamp } from '../shared/time'
import { answerBy, me, type Fields } from './effect-fields'
import type { EventContext, EventPayloads } from './event-payloads'
import { correctionOf } from './hours'
import type { Offer } from './parts'
import { patience } from './patience'
import { isOwnThanks, type Order } from './schema'

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
 * The words stay in the rating, for the volunteer and the office. Who neither wrote them nor is thanked says why.
 * @throws AppError BadInput without a reason
 */
export function takeOffWall(
  order: Order,
  { note }: EventPayloads['takeOffWall'],
  context: EventContext,
): Fields {
  const { review } = order
  if (note === '' && !isOwnThanks(me(context).userId, order))
    throw new AppError('BadInput', { where: ['note'] })
  return { review: review && { ...review, onWall: false } }
}

/**
 * "Not solved" goes to those who were there, but for whoever felt unsafe; without any, to the hall. The time asked for
 * is over: it has as much time again as `patience` says. Where somebody felt unsafe and nobody has looked into it yet,
 * no one is sent there alone by a machine: the desk has it.
 */
export function reopen(order: Order, { doorCode }: EventPayloads['reopen'], at: Timestamp): Fields {
  const felt = order.visitRatings.filter(({ safety }) => safety === 'unsafe').map(({ userId }) => userId)
  const people = order.takers
    .filter(({ userId }) => !felt.includes(userId))
    .map(({ userId, name }) => ({ userId, name }))
  const offer: Offer = people.length > 0 ? { kind: 'people', people: people.slice(0, 10) } : { kind: 'hall' }
  const dueAt = at + patience.reopened
  const isForStaff = order.needsSafetyLook && order.people === 1
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
    ...(isForStaff
      ? { status: 'placed', offer: null, clocks: { escalate: dueAt } }
      : { status: 'dispatched', offer, clocks: { lapse: answerBy(offer, at), escalate: dueAt } }),
  }
}
