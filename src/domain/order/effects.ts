import { AppError } from '../shared/errors'
import { backToDesk, changed, claimed, ended, me, offered, unanswered, type Fields } from './effect-fields'
import { accept, decline, declineStandIn, takeOver, without } from './effects-of-takers'
import { advance, defer, escalate } from './effects-of-time'
import { checkIn, checkOut, complete, completeFor } from './effects-of-visits'
import { correctHours, reopen, takeOffWall } from './effects-of-ratings'
import type { EventContext, EventPayloads } from './event-payloads'
import { expectedAt, isThere, type Order } from './schema'
import type { OrderEvent } from './status'

type Effect<E extends OrderEvent> = (order: Order, payload: EventPayloads[E], context: EventContext) => Fields

const effects: { readonly [E in OrderEvent]: Effect<E> } = {
  dispatch: (order, { offer }, { at }) => offered(order, offer, at),
  withdraw: (order) => backToDesk(order),
  closeRoster: (order, _payload, { at }) => claimed(order, at),
  defer: (order, { until }, { at }) => defer(order, until, at),
  resume: (order) => ({ clocks: { escalate: order.dueAt } }),
  wake: (order) => ({ clocks: { escalate: order.dueAt } }),
  redirect: (_order, { redirection }) => ({ ...ended(), redirection }),
  transfer: (_order, { communityPath }) => ({ communityPath }),
  split: () => ({}),
  merge: (_order, { intoId }) => ({ ...ended(), parentId: intoId }),
  noShow: (order, { userId }, { at }) => {
    const isExpected = order.takers.some((taker) => taker.userId === userId && taker.checkedInAt === null)
    if (!isExpected || at < expectedAt(order)) throw new AppError('Conflict')
    return without(order, userId, at)
  },
  accept: (order, _payload, context) => accept(order, context),
  decline: (order, _payload, context) => decline(order, context),
  release: (order, _payload, context) => without(order, me(context).userId, context.at),
  proposeStandIn: (order, { standIn }, context) => ({
    takers: changed(order, me(context).userId, (taker) => ({ ...taker, standIn })),
  }),
  takeOver: (order, _payload, context) => takeOver(order, context),
  declineStandIn: (order, _payload, context) => declineStandIn(order, context),
  checkIn,
  checkOut,
  complete,
  completeFor,
  nod: (order) => ({
    takers: order.takers.map((taker) =>
      isThere(taker) && taker.proof === null ? { ...taker, proof: 'nod' as const } : taker,
    ),
  }),
  rateVisit: (order, { safety, note }, context) => ({
    visitRatings: [...order.visitRatings, { userId: me(context).userId, safety, note, at: context.at }],
  }),
  review: (_order, review, context) => ({
    review: { ...review, by: me(context).userId, at: context.at },
    clocks: {},
  }),
  followUp: (_order, { finding }, context) => ({
    followUp: { finding, byName: me(context).name, at: context.at },
  }),
  lookInto: (_order, { note }, context) => ({
    safetyLook: { finding: note, byName: me(context).name, at: context.at },
  }),
  takeOffWall,
  correctHours,
  reopen: (order, payload, { at }) => reopen(order, payload, at),
  cancel: ended,
  follow: (order, _payload, context) => ({ followerIds: [...order.followerIds, me(context).userId] }),
  callBack: ({ unreached }, { userId }) => ({
    unreached: unreached.filter(({ to }) => to !== userId),
  }),
  remark: () => ({}),
  advance: (order, payload, { at }) => advance(order, payload, at),
  lapse: (order, _payload, { at }) =>
    order.status === 'dispatched' && order.takers.length > 0
      ? { status: 'accepted', ...claimed(order, at) }
      : unanswered(order, at),
  escalate: (order, _payload, { at }) => escalate(order, at),
  expire: () => ({ clocks: {} }),
}

/** The fields that an event changes; `status` where several may follow. */
export const effectOf = <E extends OrderEvent>(
  order: Order,
  event: E,
  payload: EventPayloads[E],
  context: EventContext,
): Fields => effects[event](order, payload, context)
