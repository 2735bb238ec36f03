import type { OrderEvent, OrderStatus } from './schema'

/**
 * What someone is to an order.
 * requester: placed it · offeree: it is offered to them · hallVolunteer: may take it from the hall ·
 * assignee: has taken it · dispatcher: staff of its community · clock: the timers function.
 */
export const parties = ['requester', 'offeree', 'hallVolunteer', 'assignee', 'dispatcher', 'clock'] as const
export type Party = (typeof parties)[number]

export interface Transition {
  readonly to: OrderStatus
  readonly by: readonly Party[]
}

type Table = { readonly [S in OrderStatus]: { readonly [E in OrderEvent]?: Transition } }

const rows = {
  placed: {
    dispatch: { to: 'dispatched', by: ['dispatcher'] },
    cancel: { to: 'cancelled', by: ['requester', 'dispatcher'] },
  },
  dispatched: {
    accept: { to: 'accepted', by: ['offeree', 'hallVolunteer'] },
    decline: { to: 'placed', by: ['offeree'] },
    withdraw: { to: 'placed', by: ['dispatcher'] },
    cancel: { to: 'cancelled', by: ['requester', 'dispatcher'] },
    lapse: { to: 'placed', by: ['clock'] },
  },
  accepted: {
    checkIn: { to: 'inService', by: ['assignee'] },
    release: { to: 'placed', by: ['assignee'] },
    withdraw: { to: 'placed', by: ['dispatcher'] },
    cancel: { to: 'cancelled', by: ['requester', 'dispatcher'] },
    lapse: { to: 'placed', by: ['clock'] },
  },
  inService: {
    complete: { to: 'completed', by: ['assignee'] },
    release: { to: 'placed', by: ['assignee'] },
    withdraw: { to: 'placed', by: ['dispatcher'] },
  },
  completed: {
    review: { to: 'reviewed', by: ['requester'] },
    reopen: { to: 'dispatched', by: ['requester'] },
    expire: { to: 'closed', by: ['clock'] },
  },
  reviewed: {},
  closed: {},
  cancelled: {},
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
export const isTerminal = (status: OrderStatus): boolean => Object.keys(transitions[status]).length === 0
