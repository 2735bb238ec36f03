import type { Order } from '@/domain/order/schema'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'

const isOnHands = ({ phase }: Order): boolean => phase === 'moving'

/**
 * Notes with the volunteers which orders they have on their hands, and with a series who comes. All of it can be
 * told from the orders; kept at hand, it saves asking each time.
 */
export async function keepBooks(store: Store, before: Order, after: Order): Promise<void> {
  const now = isOnHands(after) ? after.takerIds : []
  const gone = before.takerIds.filter((userId) => !now.includes(userId))
  const [first] = after.takers
  const asked: Promise<number>[] = []
  if (now.length > 0)
    asked.push(store.accounts.update({ _id: command.in(now) }, {}, { openIds: command.addToSet(after._id) }))
  if (gone.length > 0)
    asked.push(store.accounts.update({ _id: command.in(gone) }, {}, { openIds: command.pull(after._id) }))
  // Only whoever takes it now: who left the series since may still have this day.
  const isNew = first && !before.takers.some(({ userId }) => userId === first.userId)
  if (after.seriesId && isNew && isOnHands(after)) {
    const volunteer = { userId: first.userId, name: first.name, hasAgreed: false }
    // The version moves on: a change decided before this would write the series without them.
    const version = command.inc(1)
    asked.push(store.series.update({ _id: after.seriesId, volunteer: null }, { volunteer }, { version }))
  }
  await Promise.all(asked)
}
