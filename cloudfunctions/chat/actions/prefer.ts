import { readMarkId } from '@/domain/chat/schema'
import { action } from '../../_runtime/serve'
import { findGroup, mayRead } from '../find-group'
import { changeReadMark } from '../read-mark'

export const preferGroup = action('chat.prefer', {
  fetch: ({ input, store }) => findGroup(store, input.groupPath),
  load: ({ actor, input, store }, group) =>
    store.readMarks.get(readMarkId(actor._id, input.groupPath)).then((mark) => ({ group, mark })),
  allow: (actor, { group }) => mayRead(actor, group),
  handle: async ({ actor, input, store }, { mark }) => {
    const { groupPath } = input
    const isMuted = input.isMuted ?? mark?.isMuted ?? false
    const isPinned = input.isPinned ?? mark?.isPinned ?? false
    const person = { userId: actor._id, groupPath }
    await changeReadMark(store, person, { fields: { isMuted, isPinned }, begin: 0 })
    return { isMuted, isPinned }
  },
})
