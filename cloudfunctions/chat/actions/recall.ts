import { recallWithin } from '@/domain/chat/contract'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../_runtime/serve'
import { findGroup, mayRead } from '../find-group'
import { findMessage } from '../find-message'
import { noteChange } from '../note-change'
import { presentMessage } from '../present-message'
import { tellGroup } from '../tell-group'

export const recallMessage = action('chat.recall', {
  fetch: async ({ input, store }) => {
    const [group, message] = await Promise.all([
      findGroup(store, input.groupPath),
      findMessage(store, input.groupPath, input.seq),
    ])
    return { group, message }
  },
  load: async (_call, fetched) => fetched,
  allow: (actor, { group, message }) => mayRead(actor, group) && message.authorId === actor._id,
  handle: async ({ actor, now, store }, { group, message }) => {
    const isLate = now - message.sentAt >= recallWithin
    if (message.state === 'normal' && isLate) throw new AppError('Conflict')
    const recalled = { ...message, state: 'recalled' as const }
    await Promise.all([
      store.messages.update({ _id: message._id, state: 'normal' }, { state: 'recalled' }),
      noteChange(store, message, { key: 'recalled', at: now, newest: group.newest }),
    ])
    await tellGroup(store, actor, group, false)
    return { message: presentMessage(actor, recalled, now) }
  },
})
