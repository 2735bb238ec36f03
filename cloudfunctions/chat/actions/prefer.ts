import { readMarkId } from '@/domain/chat/schema'
import { action } from '../../_runtime/serve'
import { findGroup, mayRead } from '../find-group'

export const preferGroup = action('chat.prefer', {
  fetch: ({ input, store }) => findGroup(store, input.groupPath),
  load: ({ actor, input, store }, group) =>
    store.readMarks.get(readMarkId(actor._id, input.groupPath)).then((mark) => ({ group, mark })),
  allow: (actor, { group }) => mayRead(actor, group),
  handle: async ({ actor, input, store }, { mark }) => {
    const { groupPath } = input
    const isMuted = input.isMuted ?? mark?.isMuted ?? false
    const isPinned = input.isPinned ?? mark?.isPinned ?? false
    const _id = readMarkId(actor._id, groupPath)
    const updated = await store.readMarks.update({ _id }, { isMuted, isPinned })
    if (updated === 0)
      await store.readMarks.insertOnce({ _id, userId: actor._id, groupPath, seq: 0, isMuted, isPinned })
    return { isMuted, isPinned }
  },
})
