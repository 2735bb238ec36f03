import type { Timestamp } from '../shared/time'
import { backToDesk, claimed, me, newTaker, offered, unanswered, type Fields } from './effect-fields'
import type { EventContext } from './event-payloads'
import type { Offer } from './parts'
import { isThere, type Order } from './schema'

/** The roster without some; whoever is missing is looked for in the hall, and the last one leaves an open desk. */
export function without(order: Order, userId: string, at: Timestamp): Fields {
  const takers = order.takers.filter((taker) => taker.userId !== userId)
  if (takers.length === 0 && order.status !== 'dispatched') return backToDesk(order)
  if (order.status === 'inService') {
    return takers.some(isThere)
      ? { status: 'inService', takers }
      : { status: 'accepted', takers, ...claimed(order, at) }
  }
  return {
    status: 'dispatched',
    takers,
    ...offered(order, order.offer ?? { kind: 'hall' }, at),
  }
}

export function accept(order: Order, context: EventContext): Fields {
  const { at } = context
  const takers = [...order.takers, newTaker(me(context), at)]
  if (takers.length >= order.people) return { status: 'accepted', takers, ...claimed(order, at) }
  return { status: 'dispatched', takers, offer: remainingOffer(order, context) ?? { kind: 'hall' } }
}

/** The offer without the one who has answered; null when nobody is left to wait for. */
function remainingOffer({ offer }: Order, context: EventContext): Offer | null {
  if (offer?.kind !== 'people') return offer
  const people = offer.people.filter(({ userId }) => userId !== me(context).userId)
  return people.length > 0 ? { kind: 'people', people } : null
}

export function decline(order: Order, context: EventContext): Fields {
  const offer = remainingOffer(order, context)
  if (offer) return { status: 'dispatched', offer }
  if (order.takers.length === 0) return unanswered(order, context.at)
  return { status: 'dispatched', ...offered(order, { kind: 'hall' }, context.at) }
}

/** One person goes instead of one: whoever else asked them has to ask another. */
export function takeOver(order: Order, context: EventContext): Fields {
  const { offer, takers } = order
  const who = me(context)
  const asking = takers.findIndex(({ standIn }) => standIn?.userId === who.userId)
  return {
    offer: offer && (remainingOffer(order, context) ?? { kind: 'hall' }),
    takers: takers.map((taker, index) => {
      if (index === asking) return newTaker(who, context.at)
      return taker.standIn?.userId === who.userId ? { ...taker, standIn: null } : taker
    }),
  }
}

/** Whoever asked them has to go, or to ask another. */
export const declineStandIn = ({ takers }: Order, context: EventContext): Fields => ({
  takers: takers.map((taker) =>
    taker.standIn?.userId === me(context).userId ? { ...taker, standIn: null } : taker,
  ),
})
