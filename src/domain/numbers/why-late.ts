import type { Order } from '../order/schema'
import type { Activity } from '../order/parts'
import type { WhyLate } from './contract'

type Late = Pick<Order, 'status' | 'offer' | 'activity'>

/** Why an order is back at the desk, by what brought it there; the rest: nobody has been asked. */
const broughtBack: Partial<Record<Activity['event'], WhyLate>> = {
  wake: 'putOff',
  resume: 'putOff',
  noShow: 'notArrived',
  decline: 'nobodyTook',
  release: 'nobodyTook',
}

/** What keeps an order that is late: whom it waits for, or what came of it so far. */
export function whyLate({ status, offer, activity }: Late): WhyLate {
  if (status === 'inService') return 'notFinished'
  if (status === 'accepted') return 'notArrived'
  if (status === 'dispatched') return offer?.kind === 'people' ? 'noAnswer' : 'nobodyTook'
  if (status === 'deferred') return 'putOff'
  // Notes and escalations leave it where it stands: what counts is the line that brought it to the desk.
  const back = activity.filter(({ from, to }) => to === 'placed' && from !== 'placed').at(-1)
  if (back?.event === 'lapse') return back.from === 'accepted' ? 'notArrived' : 'nobodyTook'
  return (back && broughtBack[back.event]) ?? 'nobodyAsked'
}
