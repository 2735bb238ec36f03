import { fitOf, loadAtHand } from '@/domain/order/fit'
import type { Offer } from '@/domain/order/parts'
import { isHelped } from '@/domain/order/policy'
import type { Order } from '@/domain/order/schema'
import { isAloneToUnsafe } from '@/domain/order/unsafe-home'
import type { Timestamp } from '@/domain/shared/time'
import type { Store } from '../_runtime/store'
import { findHelpers } from './helpers'
import { findUnsafeHomes } from './unsafe-homes'

/**
 * The offer of an order's next step of dispatching by itself; null where nobody fits it, it has no more steps, or staff
 * have to decide (see `isAloneToUnsafe`).
 */
export async function nextOffer(store: Store, order: Order, now: Timestamp): Promise<Offer | null> {
  const step = order.service.auto[order.autoStep]
  if (!step) return null
  if (isAloneToUnsafe(order, await findUnsafeHomes(store, [order.communityPath]))) return null
  if (step.to === 'hall') return { kind: 'hall' }
  const volunteers = await findHelpers(store, order, now)
  const people = volunteers
    .filter((helper) => !isHelped(helper, order) && !order.takerIds.includes(helper._id))
    .map((helper) => ({ helper, fit: fitOf(order, helper, loadAtHand(order, helper), now) }))
    .filter(({ fit }) => fit.isEligible)
    .sort((a, b) => b.fit.score - a.fit.score || a.helper._id.localeCompare(b.helper._id))
    .slice(0, step.count)
    .map(({ helper }) => ({ userId: helper._id, name: helper.nickname }))
  return people.length > 0 ? { kind: 'people', people } : null
}
