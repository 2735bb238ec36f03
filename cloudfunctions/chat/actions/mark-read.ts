import { canReadGroup } from '@/domain/chat/policy'
import { readMarkId } from '@/domain/chat/schema'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'

export const markRead = action('chat.markRead', {
  load: async () => null,
  allow: (actor, _subject, { groupPath }) => canReadGroup(actor, groupPath),
  handle: async ({ actor, input, store }) => {
    const { groupPath, seq } = input
    const _id = readMarkId(actor._id, groupPath)
    // Never backwards: two phones of one person may report in any order.
    const moved = await store.readMarks.update({ _id }, {}, { seq: command.max(seq) })
    if (moved === 0) await store.readMarks.insertOnce({ _id, userId: actor._id, groupPath, seq })
    return { seq }
  },
})
