import { canReadGroup, canReadThread } from '@/domain/chat/policy'
import { readMarkId } from '@/domain/chat/schema'
import { groupKindOf, orderIdOf } from '@/domain/chat/thread'
import { AppError } from '@/domain/shared/errors'
import type { Ask } from '../../_runtime/action'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { findOrder } from '../../order/find-order'
import { presentMessage } from '../present-message'

/** All who have a group open ask at once when something is said: one wait, and two questions of the database. */
export const history = action('chat.history', {
  fetch: findPart,
  load: async (_call, part) => part,
  allow: (actor, { order }, { groupPath }) =>
    order ? canReadThread(actor, order) : canReadGroup(actor, groupPath),
  handle: async ({ actor, input, now, store }, { found }) => {
    const { after, before, groupPath, limit } = input
    const isOpening = after === null && before === null
    const mark = isOpening ? await store.readMarks.get(readMarkId(actor._id, groupPath)) : null
    const part = found.slice(0, limit)
    const messages = after === null ? part.reverse() : part
    return {
      items: messages.map((message) => presentMessage(actor, message, now)),
      hasMore: found.length > limit,
      // Whatever changed before the newest line stands in these messages already.
      ...(isOpening ? { readTo: mark?.seq ?? 0, lastSeq: found[0]?.seq ?? 0 } : {}),
    }
  },
})

/** @throws AppError NotFound where there can be no such group, or no such order */
async function findPart({ input, store }: Ask<'chat.history'>) {
  const { groupPath, before, after, limit } = input
  if (groupKindOf(groupPath) === null) throw new AppError('NotFound')
  const orderId = orderIdOf(groupPath)
  // What has changed concerns only phones that hold it already.
  const bound =
    after === null
      ? { isLine: true, ...(before === null ? {} : { seq: command.lt(before) }) }
      : { seq: command.gt(after) }
  const [order, found] = await Promise.all([
    orderId === null ? null : findOrder(store, orderId),
    store.messages.find(
      { groupPath, ...bound },
      { orderBy: ['seq', after === null ? 'desc' : 'asc'], limit: limit + 1 },
    ),
  ])
  return { order, found }
}
