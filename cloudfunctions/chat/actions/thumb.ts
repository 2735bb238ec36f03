import { messageActions } from '@/domain/chat/policy'
import { mostThumbs } from '@/domain/chat/schema'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { changeMessage } from '../change-message'
import { findGroup, mayRead } from '../find-group'
import { findMessage } from '../find-message'
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
  allow: (actor, { group, message }) =>
    mayRead(actor, group) && messageActions(actor, message, Infinity).includes('thumb'),
  handle: async ({ actor, input, now, requestId, store, trips }, { group, message }) => {
    const others = message.thumbs.filter((userId) => userId !== actor._id)
    const isThumbed = others.length < message.thumbs.length
    const isToChange = isThumbed !== input.isOn && others.length < mostThumbs
    const isChanged =
      isToChange &&
      (await changeMessage({ store, trips }, message, {
        operations: { thumbs: input.isOn ? command.addToSet(actor._id) : command.pull(actor._id) },
        key: requestId,
        at: now,
        newest: group.newest,
      }))
    // Also where it was done before: the first time may have broken off before the phones were told.
    await tellGroup(store, actor, group, false)
    const thumbs = input.isOn ? [...others, actor._id] : others
    return { message: presentMessage(actor, isChanged ? { ...message, thumbs } : message, now) }
  },
})
