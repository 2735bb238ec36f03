import { isSaid, messageActions } from '@/domain/chat/policy'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../_runtime/serve'
import { findGroup, mayRead } from '../find-group'
import { findMessage } from '../find-message'
import { presentMessage } from '../present-message'
import { say } from '../say'

/** Into another group, under one's own name: who reads both may carry words from one to the other. */
export const forwardMessage = action('chat.forward', {
  fetch: async ({ input, store }) => {
    const [from, to, message] = await Promise.all([
      findGroup(store, input.groupPath),
      findGroup(store, input.toGroupPath),
      findMessage(store, input.groupPath, input.seq),
    ])
    return { from, to, message }
  },
  load: async (_call, fetched) => fetched,
  allow: (actor, { from, to, message }) =>
    mayRead(actor, from) &&
    mayRead(actor, to) &&
    messageActions(actor, message, Infinity).includes('forward'),
  handle: async (call, { to, message: { body, forwardedFrom, groupPath } }) => {
    const { actor, now } = call
    if (!isSaid(body)) throw new AppError('Forbidden')
    const message = await say(call, to, {
      body,
      replyTo: null,
      mentions: [],
      forwardedFrom: forwardedFrom ?? groupPath,
      earlierCalls: null,
    })
    return { message: presentMessage(actor, message, now) }
  },
})
