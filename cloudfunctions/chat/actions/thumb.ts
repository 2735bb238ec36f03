import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { findGroup, mayRead } from '../find-group'
import { findMessage } from '../find-message'
import { noteChange } from '../note-change'
import { presentMessage } from '../present-message'
import { tellGroup } from '../tell-group'

export const thumbMessage = action('chat.thumb', {
  fetch: async ({ input, store }) => {
    const [group, message] = await Promise.all([
      findGroup(store, input.groupPath),
      findMessage(store, input.groupPath, input.seq),
    ])
    return { group, message }
  },
  load: async (_call, fetched) => fetched,
  allow: (actor, { group, message }) => mayRead(actor, group) && message.state === 'normal',
  handle: async ({ actor, input, now, requestId, store }, { group, message }) => {
    const others = message.thumbs.filter((userId) => userId !== actor._id)
    const isThumbed = others.length < message.thumbs.length
    const thumbs = input.isOn ? [...others, actor._id] : others
    if (isThumbed !== input.isOn) {
      const change = input.isOn ? command.addToSet(actor._id) : command.pull(actor._id)
      await Promise.all([
        store.messages.update({ _id: message._id }, {}, { thumbs: change }),
        noteChange(store, message, { key: requestId, at: now, newest: group.newest }),
      ])
      await tellGroup(store, actor, group, false)
    }
    return { message: presentMessage(actor, { ...message, thumbs }, now) }
  },
})
