import { canReadGroup } from '@/domain/chat/policy'
import type { Message } from '@/domain/chat/schema'
import { AppError } from '@/domain/shared/errors'
import { topics } from '@/domain/signal/topics'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { changeLine } from '../change-message'
import { fetchSaid } from '../fetch-said'
import { inLog } from '../in-log'
import { presentMessage } from '../present-message'

export const declineOrder = action('chat.declineOrder', {
  fetch: ({ input, store }) => fetchSaid(store, input),
  load: async (_call, said) => said,
  allow: (actor, { message: { body, groupPath } }) =>
    canReadGroup(actor, groupPath) && body.kind === 'orderAsk' && body.to.userId === actor._id,
  handle: async (call, { group, message: { _id } }) => {
    const { actor, now, store } = call
    const card = await inLog(call, group, async ({ messages }, write): Promise<Message> => {
      const asked = await messages.get(_id)
      if (asked?.body.kind !== 'orderAsk' || asked.body.answer === 'ordered') throw new AppError('Conflict')
      if (asked.body.answer === 'declined') return asked
      const body = { ...asked.body, answer: 'declined' } as const
      await messages.update(_id, { body })
      await write(changeLine(asked, 'declined', now))
      return { ...asked, body }
    })
    await moveSignals(store, [topics.chat(card.groupPath)])
    return { message: presentMessage(actor, card, now) }
  },
})
