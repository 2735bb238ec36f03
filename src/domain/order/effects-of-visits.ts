import { AppError } from '../shared/errors'
import { days, minutes, type Timestamp } from '../shared/time'
import { answerBy, changed, clocksOf, me, offered, type Fields } from './effect-fields'
import type { EventContext, EventPayloads } from './event-payloads'
import { correctionOf, servedBy, withHours } from './hours'
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

export function complete(order: Order, payload: EventPayloads['complete'], context: EventContext): Fields {
  const { note, photoFileIds, happenedAt } = payload
  const arrived = Math.max(...order.takers.map(({ checkedInAt }) => checkedInAt ?? 0))
  const completedAt = honest(happenedAt, arrived, context.at)
  const takers = withHours(order, completedAt)
  return {
    takers,
    served: [...order.served, ...servedBy(takers, completedAt)],
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

/** "Not solved" goes to those who were there; without any, to the hall. */
export function reopen(order: Order, { doorCode }: EventPayloads['reopen'], at: Timestamp): Fields {
  const people = order.takers.map(({ userId, name }) => ({ userId, name }))
  const offer: Offer = people.length > 0 ? { kind: 'people', people: people.slice(0, 10) } : { kind: 'hall' }
  return {
    takers: [],
    doorCode,
    codeTries: 0,
    completedAt: null,
    completion: null,
    reopenedCount: order.reopenedCount + 1,
    ...offered(order, offer, at, { escalate: at + days(1) }),
    clocks: { lapse: answerBy(offer, at), escalate: at + days(1) },
  }
}
