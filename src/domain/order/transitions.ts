import type { OrderEvent, OrderStatus } from './status'

/**
 * What someone is to an order.
 * requester: placed it, and could still · beneficiary: the one helped, or who answers for them now · offeree: it is offered to them ·
 * spokesperson: placed it for somebody without an account, whom nobody else can speak for ·
 * hallVolunteer: may take it from the hall · taker: has taken it · captain: leads those who come (see `captainOf`) ·
 * standIn: a taker has asked them to go instead · dispatcher: staff of its community ·
 * leader: looks after the building · neighbour: lives in it · clock: the timers function.
 */
export const parties = [
  'requester',
  'beneficiary',
  'spokesperson',
  'offeree',
  'hallVolunteer',
  'taker',
  'captain',
  'standIn',
  'dispatcher',
  'leader',
  'neighbour',
  'clock',
] as const
export type Party = (typeof parties)[number]

export interface Transition {
  /** Where it may lead; with several, what is left of the roster decides (see `effects.ts`). */
  readonly to: readonly OrderStatus[]
  readonly by: readonly Party[]
}

type Table = { readonly [S in OrderStatus]: { readonly [E in OrderEvent]?: Transition } }

const helped = ['requester', 'beneficiary'] as const

/** Someone who could not be reached by message was called, and what was said. */
const called = <S extends OrderStatus>(status: S) =>
  ({ callBack: { to: [status], by: ['dispatcher', 'leader'] } }) as const

/** The office looks into a visit that was felt unsafe. */
const lookedInto = <S extends OrderStatus>(status: S) =>
  ({ lookInto: { to: [status], by: ['dispatcher'] } }) as const

/** The office sets right what a visit counts for. */
const corrected = <S extends OrderStatus>(status: S) =>
  ({ ...lookedInto(status), correctHours: { to: [status], by: ['dispatcher'] } }) as const

/** Someone who has not come yet asks another to go instead. */
const standIn = <S extends OrderStatus>(status: S) =>
  ({
    proposeStandIn: { to: [status], by: ['taker'] },
    takeOver: { to: [status], by: ['standIn'] },
    declineStandIn: { to: [status], by: ['standIn'] },
  }) as const

/** What may happen at any time while an order is open, and leaves it where it stands. */
const whileOpen = <S extends OrderStatus>(status: S) =>
  ({
    ...called(status),
    ...lookedInto(status),
    remark: { to: [status], by: [...helped, 'taker', 'dispatcher'] },
    follow: { to: [status], by: ['neighbour'] },
    escalate: { to: [status], by: ['clock'] },
  }) as const

const rows = {
  placed: {
    ...whileOpen('placed'),
    dispatch: { to: ['dispatched'], by: ['dispatcher'] },
    advance: { to: ['dispatched', 'placed'], by: ['clock'] },
    defer: { to: ['deferred'], by: ['dispatcher'] },
    redirect: { to: ['redirected'], by: ['dispatcher'] },
    transfer: { to: ['placed'], by: ['dispatcher'] },
    split: { to: ['placed'], by: ['dispatcher'] },
    merge: { to: ['merged'], by: ['dispatcher'] },
    cancel: { to: ['cancelled'], by: [...helped, 'dispatcher'] },
  },
  deferred: {
    ...whileOpen('deferred'),
    wake: { to: ['placed'], by: ['clock'] },
    resume: { to: ['placed'], by: ['dispatcher'] },
    redirect: { to: ['redirected'], by: ['dispatcher'] },
    cancel: { to: ['cancelled'], by: [...helped, 'dispatcher'] },
  },
  dispatched: {
    ...whileOpen('dispatched'),
    ...standIn('dispatched'),
    accept: { to: ['accepted', 'dispatched'], by: ['offeree', 'hallVolunteer'] },
    decline: { to: ['placed', 'dispatched'], by: ['offeree'] },
    release: { to: ['dispatched'], by: ['taker'] },
    closeRoster: { to: ['accepted'], by: ['captain', 'dispatcher'] },
    withdraw: { to: ['placed'], by: ['dispatcher'] },
    cancel: { to: ['cancelled'], by: [...helped, 'dispatcher'] },
    advance: { to: ['dispatched'], by: ['clock'] },
    lapse: { to: ['placed', 'accepted'], by: ['clock'] },
  },
  accepted: {
    ...whileOpen('accepted'),
    ...standIn('accepted'),
    checkIn: { to: ['inService'], by: ['taker'] },
    release: { to: ['placed', 'dispatched'], by: ['taker'] },
    noShow: { to: ['placed', 'dispatched'], by: ['beneficiary', 'spokesperson', 'dispatcher'] },
    withdraw: { to: ['placed'], by: ['dispatcher'] },
    cancel: { to: ['cancelled'], by: [...helped, 'dispatcher'] },
    lapse: { to: ['placed'], by: ['clock'] },
  },
  inService: {
    ...whileOpen('inService'),
    ...standIn('inService'),
    checkIn: { to: ['inService'], by: ['taker'] },
    nod: { to: ['inService'], by: ['beneficiary'] },
    checkOut: { to: ['inService'], by: ['taker'] },
    complete: { to: ['completed'], by: ['captain'] },
    completeFor: { to: ['completed'], by: ['dispatcher'] },
    noShow: { to: ['inService'], by: ['beneficiary', 'spokesperson', 'dispatcher'] },
    release: { to: ['placed', 'accepted', 'inService'], by: ['taker'] },
    withdraw: { to: ['placed'], by: ['dispatcher'] },
  },
  completed: {
    ...called('completed'),
    ...corrected('completed'),
    // A phone that was without network tells it afterwards: see `conditions` and `toldAfterwards` in `policy.ts`.
    checkIn: { to: ['completed'], by: ['taker'] },
    checkOut: { to: ['completed'], by: ['taker'] },
    complete: { to: ['completed'], by: ['taker'] },
    review: { to: ['reviewed'], by: ['beneficiary'] },
    reopen: { to: ['dispatched', 'placed'], by: ['beneficiary', 'spokesperson'] },
    rateVisit: { to: ['completed'], by: ['taker'] },
    remark: { to: ['completed'], by: [...helped, 'taker', 'dispatcher'] },
    expire: { to: ['closed'], by: ['clock'] },
  },
  reviewed: {
    ...called('reviewed'),
    ...corrected('reviewed'),
    takeOffWall: { to: ['reviewed'], by: [...helped, 'taker', 'leader', 'dispatcher'] },
    rateVisit: { to: ['reviewed'], by: ['taker'] },
    followUp: { to: ['reviewed'], by: ['dispatcher'] },
    remark: { to: ['reviewed'], by: ['dispatcher'] },
  },
  closed: {
    ...called('closed'),
    ...corrected('closed'),
    rateVisit: { to: ['closed'], by: ['taker'] },
    remark: { to: ['closed'], by: ['dispatcher'] },
  },
  cancelled: { ...called('cancelled'), ...lookedInto('cancelled') },
  redirected: { ...called('redirected'), ...lookedInto('redirected') },
  merged: { ...called('merged'), ...lookedInto('merged') },
} as const satisfies Table

type Happening = { [S in OrderStatus]: keyof (typeof rows)[S] }[OrderStatus]

/**
 * Every status, what may happen in it, where that leads, and who may do it. A missing status does not compile, nor
 * does an event that happens nowhere.
 */
export const transitions: [Exclude<OrderEvent, Happening>] extends [never] ? Table : never = rows

/** An event of a status, or null where it can't happen there. */
export const transitionOf = (status: OrderStatus, event: OrderEvent): Transition | null =>
  transitions[status][event] ?? null

/** Nothing leads out of it any more. */
export const isTerminal = (status: OrderStatus): boolean =>
  Object.values(transitions[status]).every(({ to }) => to.every((next) => next === status))
