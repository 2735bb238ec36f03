import type { EventPayloads } from './event-payloads'
import type { About, Named, Offer } from './parts'
import type { Order } from './schema'
import type { OrderEvent } from './status'

const toWhom = (offer: Offer | null): About | null =>
  offer?.kind === 'people' ? { kind: 'people', people: offer.people } : offer && { kind: 'hall' }

const takersNamed = ({ takers }: Order, userId: string): Named[] =>
  takers.filter((taker) => taker.userId === userId).map(({ name }) => ({ userId, name }))

type AboutOf = {
  readonly [E in OrderEvent]?: (payload: EventPayloads[E], before: Order, after: Order) => About | null
}

const abouts: AboutOf = {
  dispatch: ({ offer }) => toWhom(offer),
  advance: ({ offer }) => toWhom(offer),
  reopen: (_payload, _before, { offer }) => toWhom(offer),
  defer: ({ until }) => ({ kind: 'until', until }),
  redirect: ({ redirection }) => ({ kind: 'place', name: redirection.name }),
  transfer: ({ name }) => ({ kind: 'place', name }),
  merge: ({ intoId }) => ({ kind: 'order', orderId: intoId }),
  noShow: ({ userId }, before) => ({ kind: 'people', people: takersNamed(before, userId) }),
  proposeStandIn: ({ standIn }) => ({ kind: 'people', people: [standIn] }),
}

/** What the history's line of an event is about; null: the event says it all. */
export const aboutOf = <E extends OrderEvent>(
  event: E,
  payload: EventPayloads[E],
  before: Order,
  after: Order,
): About | null => abouts[event]?.(payload, before, after) ?? null
