import { AppError } from '../shared/errors'
import type { AreaPath } from '../shared/area'
import { days, hours, minutes, type Timestamp } from '../shared/time'
import type { Actor } from '../account/policy'
import { correctionOf, servedBy, withHours } from './hours'
import type { Named, Offer, Redirection, Review, Taker, VisitSafety } from './parts'
import { expectedAt, type Order } from './schema'
import type { ClockEvent, OrderEvent, OrderStatus } from './status'

/** What must come with an event, beside who and when. */
export interface EventPayloads {
  dispatch: { offer: Offer }
  withdraw: { note: string }
  closeRoster: object
  defer: { until: Timestamp; note: string }
  resume: object
  redirect: { redirection: Redirection; note: string }
  transfer: { communityPath: AreaPath; note: string }
  split: { note: string }
  merge: { intoId: string; note: string }
  noShow: { userId: string; note: string }
  accept: object
  decline: { note: string }
  release: { note: string }
  proposeStandIn: { standIn: Named }
  takeOver: object
  declineStandIn: object
  /** `happenedAt`: when a phone without network saw it happen. */
  checkIn: { code: string | null; happenedAt: Timestamp | null }
  complete: { note: string; photoFileIds: string[]; happenedAt: Timestamp | null }
  rateVisit: { safety: VisitSafety; note: string }
  nod: object
  review: Omit<Review, 'at' | 'by'>
  /** `doorCode`: another one, since those who were there know the first. */
  reopen: { note: string; doorCode: string }
  cancel: { note: string }
  follow: object
  followUp: { finding: string }
  takeOffWall: object
  /** `minutes`: what shall count for them in all. */
  correctHours: { userId: string; minutes: number; note: string }
  callBack: { userId: string; note: string }
  remark: { note: string; isInternal: boolean }
  /** The offer of the next step; null where nobody fits it. */
  advance: { offer: Offer | null }
  wake: object
  lapse: object
  escalate: object
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
  /** An offer that its volunteers don't answer goes back to the desk. */
  offer: hours(2),
  /** A hall order that nobody takes goes back to the desk. */
  hall: hours(12),
  /** After the visit was due, a claim without a check-in goes back to the desk. */
  claim: hours(12),
  /** A completed order that nobody rates closes by itself. */
  rating: days(7),
  /** From one level of lateness to the next: leader → staff → street. */
  escalation: [hours(2), hours(22)],
  /** A visit that lasts longer than this and three times its plan is asked after. */
  visit: hours(4),
  /** Nothing is put off for longer. */
  deferral: days(366),
  /** How long a phone without network may keep a time to itself. */
  offline: days(1),
} as const

/** In time, the leader knows, staff, the street: there is nobody above. */
const mostLate = 3

type Fields = Partial<Order> & { status?: OrderStatus }
type Effect<E extends OrderEvent> = (order: Order, payload: EventPayloads[E], context: EventContext) => Fields
type Clocks = Order['clocks']

/** The clocks once some have stopped and others were set. */
function clocksOf(order: Order, stopped: readonly ClockEvent[], set: Clocks = {}): Clocks {
  const running = Object.entries(order.clocks).filter(([event]) => !stopped.includes(event as ClockEvent))
  return { ...Object.fromEntries(running), ...set }
}

const answerBy = (offer: Offer, at: Timestamp): Timestamp =>
  at + patience[offer.kind === 'hall' ? 'hall' : 'offer']

const offered = (order: Order, offer: Offer, at: Timestamp, set: Clocks = {}): Fields => ({
  offer,
  clocks: clocksOf(order, ['advance', 'lapse', 'wake'], { lapse: answerBy(offer, at), ...set }),
})

/** `stopped`: a decision of people's also ends dispatching by itself. */
const backToDesk = (order: Order, stopped: readonly ClockEvent[] = ['advance', 'lapse']): Fields => {
  const { dueAt, lateness } = order
  const { escalate = lateness < mostLate ? dueAt : undefined } = order.clocks
  return {
    status: 'placed',
    offer: null,
    takers: [],
    clocks: clocksOf(order, stopped, escalate === undefined ? {} : { escalate }),
  }
}

/** Nobody answered, or all said no: the next step of dispatching by itself still comes. */
const unanswered = (order: Order): Fields => backToDesk(order, ['lapse'])

const ended = (): Fields => ({ offer: null, clocks: {} })

/** The roster without some; whoever is missing is looked for in the hall, and the last one leaves an open desk. */
function without(order: Order, userId: string, at: Timestamp): Fields {
  const takers = order.takers.filter((taker) => taker.userId !== userId)
  if (takers.length === 0 && order.status !== 'dispatched') return backToDesk(order)
  if (order.status === 'inService') {
    const isServed = takers.some(({ checkedInAt }) => checkedInAt !== null)
    return isServed ? { status: 'inService', takers } : { status: 'accepted', takers, ...claimed(order, at) }
  }
  return {
    status: 'dispatched',
    takers,
    ...offered(order, order.offer ?? { kind: 'hall' }, at),
  }
}

const me = ({ actor }: EventContext): Named => {
  if (!actor) throw new AppError('Forbidden')
  return { userId: actor._id, name: actor.nickname }
}

const newTaker = (who: Named, at: Timestamp): Taker => ({
  ...who,
  acceptedAt: at,
  checkedInAt: null,
  proof: null,
  completedAt: null,
  minutes: null,
  standIn: null,
})

const changed = (order: Order, userId: string, change: (taker: Taker) => Taker): Taker[] =>
  order.takers.map((taker) => (taker.userId === userId ? change(taker) : taker))

/** When it really happened, as far as that can be true: not before `since`, not after now, not older than a day. */
const honest = (happenedAt: Timestamp | null, since: Timestamp, at: Timestamp): Timestamp =>
  happenedAt === null ? at : Math.min(at, Math.max(happenedAt, since, at - patience.offline))

function accept(order: Order, context: EventContext): Fields {
  const { at } = context
  const takers = [...order.takers, newTaker(me(context), at)]
  if (takers.length >= order.people) return { status: 'accepted', takers, ...claimed(order, at) }
  return { status: 'dispatched', takers, offer: remainingOffer(order, context) ?? { kind: 'hall' } }
}

const claimed = (order: Order, at: Timestamp): Fields => ({
  offer: null,
  clocks: clocksOf(order, ['advance', 'lapse'], { lapse: Math.max(at, order.dueAt) + patience.claim }),
})

/** The offer without the one who has answered; null when nobody is left to wait for. */
function remainingOffer({ offer }: Order, context: EventContext): Offer | null {
  if (offer?.kind !== 'people') return offer
  const people = offer.people.filter(({ userId }) => userId !== me(context).userId)
  return people.length > 0 ? { kind: 'people', people } : null
}

function decline(order: Order, context: EventContext): Fields {
  const offer = remainingOffer(order, context)
  if (offer) return { status: 'dispatched', offer }
  if (order.takers.length === 0) return unanswered(order)
  return { status: 'dispatched', ...offered(order, { kind: 'hall' }, context.at) }
}

/** One person goes instead of one: whoever else asked them has to ask another. */
function takeOver({ takers }: Order, context: EventContext): Fields {
  const who = me(context)
  const asking = takers.findIndex(({ standIn }) => standIn?.userId === who.userId)
  return {
    takers: takers.map((taker, index) => {
      if (index === asking) return newTaker(who, context.at)
      return taker.standIn?.userId === who.userId ? { ...taker, standIn: null } : taker
    }),
  }
}

/** Whoever asked them has to go, or to ask another. */
const declineStandIn = ({ takers }: Order, context: EventContext): Fields => ({
  takers: takers.map((taker) =>
    taker.standIn?.userId === me(context).userId ? { ...taker, standIn: null } : taker,
  ),
})

function checkIn(
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

function complete(order: Order, payload: EventPayloads['complete'], context: EventContext): Fields {
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
function correctHours(order: Order, payload: EventPayloads['correctHours'], context: EventContext): Fields {
  const { userId, minutes: counted, note } = payload
  if (me(context).userId === userId) throw new AppError('Forbidden')
  const line = correctionOf(order, { userId, minutes: counted, reason: note }, context.at)
  return { served: [...order.served, line] }
}

/** "Not solved" goes to those who were there; without any, to the hall. */
function reopen(order: Order, { doorCode }: EventPayloads['reopen'], at: Timestamp): Fields {
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

function advance(order: Order, { offer }: EventPayloads['advance'], at: Timestamp): Fields {
  const autoStep = order.autoStep + 1
  const next = order.service.auto[autoStep]
  const set: Clocks = next ? { advance: Math.max(at, order.createdAt + minutes(next.afterMinutes)) } : {}
  if (offer) return { status: 'dispatched', autoStep, ...offered(order, offer, at, set) }
  return { status: order.status, autoStep, clocks: clocksOf(order, ['advance'], set) }
}

/**
 * Until a time within the window asked for, that window still holds. Beyond it nobody comes then any more: the time
 * that was left when it was put off is left again when it wakes.
 */
function defer({ window, dueAt }: Order, until: Timestamp, at: Timestamp): Fields {
  if (until <= at || until > at + patience.deferral) throw new AppError('BadInput', { where: ['until'] })
  const clocks: Clocks = { wake: until }
  if (window && until < window.to) return { offer: null, clocks }
  return { offer: null, window: null, dueAt: until + Math.max(0, dueAt - at), clocks }
}

function escalate(order: Order, at: Timestamp): Fields {
  const lateness = Math.min(mostLate, order.lateness + 1)
  const wait = patience.escalation[lateness - 1]
  return { lateness, clocks: clocksOf(order, ['escalate'], wait ? { escalate: at + wait } : {}) }
}

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
    const isExpected = order.takers.some((taker) => taker.userId === userId)
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
  complete,
  nod: (order) => ({
    takers: order.takers.map((taker) =>
      taker.checkedInAt !== null && taker.proof === null ? { ...taker, proof: 'nod' as const } : taker,
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
  takeOffWall: ({ review }) => ({ review: review && { ...review, onWall: false } }),
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
      : unanswered(order),
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
