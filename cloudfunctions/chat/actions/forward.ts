import { canWriteThread, messageActions } from '@/domain/chat/policy'
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
  allow: (actor, { from, to, message }, _input) =>
    mayRead(actor, from) && mayRead(actor, to) && messageActions(actor, message, 0).includes('forward'),
  handle: async (call, { to, message }) => {
    const { actor, now } = call
    const { body } = message
    if (body.kind !== 'text' && body.kind !== 'image' && body.kind !== 'voice')
      throw new AppError('Forbidden')
    if (to.kind === 'thread' && !canWriteThread(actor, to.order, now)) throw new AppError('Conflict')
    const saying = {
      body,
      replyTo: null,
      mentions: [],
      mentionsAll: false,
      forwardedFrom: message.forwardedFrom ?? message.groupPath,
    }
    return { message: presentMessage(actor, await say(call as never, to, saying), now) }
  },
})
