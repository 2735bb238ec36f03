import type { Actor } from '../account/policy'
import { AppError } from '../shared/errors'
import { days, hours, type Timestamp } from '../shared/time'
import {
  phaseOf,
  type Moment,
  type Offer,
  type Order,
  type OrderEvent,
  type OutboxEntry,
  type Review,
} from './schema'
import { transitionOf } from './transitions'

/** What must come with an event, beside who and when. */
export interface EventPayloads {
  dispatch: { offer: Offer }
  accept: object
  decline: { note: string }
  withdraw: { note: string }
  release: { note: string }
  checkIn: object
  complete: { note: string; photoFileIds: string[] }
  review: Omit<Review, 'at'>
  reopen: { note: string }
  cancel: { note: string }
  lapse: object
  expire: object
}

/** The moment of an event, the one who makes it happen (null: the clock), and the request it came with. */
export interface EventContext {
  actor: Pick<Actor, '_id' | 'nickname'> | null
  at: Timestamp
  requestId: string
}

/** How long things may stand still. */
export const patience = {
  /** An offer that its volunteer doesn't answer goes back to the desk. */
  offer: hours(2),
  /** A hall order that nobody takes goes back to the desk. */
  hall: hours(12),
  /** After the visit was due, a claim without a check-in goes back to the desk. */
  claim: hours(12),
  /** A completed order that nobody rates closes by itself. */
  rating: days(7),
}

type Fields = Partial<Order>
type Effect<E extends OrderEvent> = (order: Order, payload: EventPayloads[E], context: EventContext) => Fields

const answerBy = (offer: Offer, at: Timestamp): Timestamp =>
  at + patience[offer.kind === 'hall' ? 'hall' : 'offer']

const backToDesk: Fields = {
  offer: null,
  assigneeId: null,
  assigneeName: null,
  checkedInAt: null,
  wakeAt: null,
}

const effects: { readonly [E in OrderEvent]: Effect<E> } = {
  dispatch: (_order, { offer }, { at }) => ({
    offer,
    wakeAt: answerBy(offer, at),
  }),
  accept: (order, _payload, { actor, at }) => ({
    offer: null,
    assigneeId: actor?._id ?? null,
    assigneeName: actor?.nickname ?? null,
    wakeAt: Math.max(at, order.dueAt) + patience.claim,
  }),
  decline: () => backToDesk,
  withdraw: () => backToDesk,
  release: () => backToDesk,
  lapse: () => backToDesk,
  checkIn: (_order, _payload, { at }) => ({ checkedInAt: at, wakeAt: null }),
  complete: (_order, { note, photoFileIds }, { at }) => ({
    completedAt: at,
    completion: { note, photoFileIds },
    wakeAt: at + patience.rating,
  }),
  review: (_order, { stars, tags, words }, { at }) => ({ review: { stars, tags, words, at }, wakeAt: null }),
  reopen: (order, _payload, { at }) => ({
    offer: offerToSame(order),
    assigneeId: null,
    assigneeName: null,
    checkedInAt: null,
    completedAt: null,
    completion: null,
    reopenedCount: order.reopenedCount + 1,
    wakeAt: answerBy(offerToSame(order), at),
  }),
  cancel: () => ({ offer: null, wakeAt: null }),
  expire: () => ({ wakeAt: null }),
}

/** "Not solved" goes to the one who was there; without one, to the hall. */
const offerToSame = (order: Order): Offer =>
  order.assigneeId && order.assigneeName
    ? { kind: 'person', volunteerId: order.assigneeId, volunteerName: order.assigneeName }
    : { kind: 'hall' }

/** Who is told of what once the event has happened; whoever made it happen knows already. */
function tellings(event: OrderEvent, before: Order, after: Order): [string | null, Moment][] {
  const offeredTo = (order: Order): string | null =>
    order.offer?.kind === 'person' ? order.offer.volunteerId : null
  const comer = before.assigneeId ?? offeredTo(before)
  switch (event) {
    case 'dispatch':
    case 'reopen':
      return [[offeredTo(after), 'offered']]
    case 'accept':
      return [[after.requesterId, 'accepted']]
    case 'complete':
      return [[after.requesterId, 'completed']]
    case 'release':
    case 'withdraw':
    case 'lapse':
      return [
        [before.assigneeId && after.requesterId, 'released'],
        [comer, 'released'],
      ]
    case 'cancel':
      return [
        [after.requesterId, 'cancelled'],
        [comer, 'cancelled'],
      ]
    case 'expire':
      return [[after.requesterId, 'closed']]
    default:
      return []
  }
}

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
  const { actor, at, requestId } = context
  const after: Order = {
    ...order,
    ...effects[event](order, payload, context),
    status: transition.to,
    phase: phaseOf[transition.to],
    version: order.version + 1,
  }
  const outbox = tellings(event, order, after).flatMap(([to, moment], index): OutboxEntry[] =>
    to && to !== actor?._id ? [{ id: `${requestId}-${index}`, to, moment, at }] : [],
  )
  return {
    ...after,
    activity: [
      ...order.activity,
      {
        event,
        from: order.status,
        to: transition.to,
        by: actor?._id ?? null,
        byName: actor?.nickname ?? '',
        at,
        note: 'note' in payload ? String(payload.note) : '',
        requestId,
      },
    ],
    outbox: [...order.outbox, ...outbox],
    hasOutbox: order.outbox.length + outbox.length > 0,
  }
}
