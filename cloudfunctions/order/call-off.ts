import type { Account, Membership } from '@/domain/account/schema'
import { hasLeftFlat } from '@/domain/membership/standing'
import { applyEvent } from '@/domain/order/apply'
import { beneficiaryIdOf, type Order } from '@/domain/order/schema'
import { transitionOf } from '@/domain/order/transitions'
import type { Timestamp } from '@/domain/shared/time'
import { stableId } from '../account/stable-id'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import { untilSaved } from '../_runtime/until-saved'
import { saveEvent } from './save-event'
import { tellEvent } from './tell-event'
import { newestBefore } from './write-thread'

interface Context {
  readonly store: Store
  readonly now: Timestamp
}

/** Open orders to one flat of one person; beyond that they are past any desk. */
const most = 100

/**
 * Calls an order off where nobody is left who could: whoever asked has no right to it any more. A visit under way goes
 * on to its end. Those concerned hear of it as of any order that is cancelled.
 * @param note why, for the history
 */
export const callOff = ({ store, now }: Context, orderId: string, note: string): Promise<void> =>
  untilSaved(async () => {
    const order = await store.orders.get(orderId)
    if (!order || !transitionOf(order.status, 'cancel')) return true
    const requestId = stableId('callOff', order._id, order.version)
    const after = applyEvent(order, 'cancel', { note }, { actor: null, at: now, requestId })
    const newest = newestBefore(store, order._id, 'cancel', order.status)
    if (!(await saveEvent(store, order, after))) return false
    await tellEvent(store, order, after, newest)
    return true
  })

/** What was still to be done for somebody in a flat that they have left is called off: nobody is let in there. */
export async function callOffAtHome(
  context: Context,
  account: Pick<Account, '_id' | 'memberships'>,
  home: Membership,
  note: string,
): Promise<void> {
  if (!hasLeftFlat(account, home)) return
  const open = await context.store.orders.find(
    { helpedIds: account._id, phase: command.in(['waiting', 'later', 'moving']) },
    { orderBy: ['createdKey', 'desc'], limit: most },
  )
  const isThere = (order: Order): boolean =>
    beneficiaryIdOf(order) === account._id &&
    order.areaPath === home.areaPath &&
    order.contact.roomNumber === home.roomNumber
  for (const order of open.filter(isThere)) await callOff(context, order._id, note)
}
