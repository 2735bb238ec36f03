import type { Account } from '@/domain/account/schema'
import { newsKeysOf } from '@/domain/chat/policy'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { findGroup, mayRead, type Group } from '../find-group'
import { changeReadMark } from '../read-mark'

export const markRead = action('chat.markRead', {
  fetch: ({ input, store }) => findGroup(store, input.groupPath),
  load: async (_call, group) => group,
  allow: (actor, group) => mayRead(actor, group),
  handle: async ({ actor, input, store }, group) => {
    const { groupPath } = input
    // What was not said yet can't have been read: a mention waits for being read.
    const seq = Math.min(input.seq, group.newest)
    // Never backwards: two phones of one person may report in any order.
    const forwards = { operations: { seq: command.max(seq) }, begin: seq }
    await Promise.all([
      changeReadMark(store, { userId: actor._id, groupPath }, forwards),
      clearNews(store, actor, group, seq),
    ])
    return { seq }
  },
})

/** Whoever has read the newest of an order's thread has nothing new there. */
async function clearNews(store: Store, actor: Account, group: Group, seq: number): Promise<void> {
  if (group.kind !== 'thread' || seq < group.newest) return
  const keys = newsKeysOf(actor, group.order).filter((key) => group.order.newsFor.includes(key))
  if (keys.length === 0) return
  await store.orders.update({ _id: group.order._id }, {}, { newsFor: command.pull(command.in(keys)) })
}
