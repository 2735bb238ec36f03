import { canReadGroup, messageActions } from '@/domain/chat/policy'
import type { Message } from '@/domain/chat/schema'
import { AppError } from '@/domain/shared/errors'
import { topics } from '@/domain/signal/topics'
import type { Call } from '../../_runtime/action'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { askId } from '../ask-card'
import { excerptOf } from '../excerpt'
import { fetchSaid, type SaidInGroup } from '../fetch-said'
import { inLog } from '../in-log'
import { keepRules } from '../keep-rules'
import { cardOf } from '../post-card'
import { presentMessage } from '../present-message'

export const askToOrder = action('chat.askToOrder', {
  fetch: ({ input, store }) => fetchSaid(store, input),
  load: async (_call, said) => said,
  allow: (actor, { message }) =>
    canReadGroup(actor, message.groupPath) &&
    messageActions(actor, { ...message, became: null }, Infinity).includes('askToOrder'),
  handle: async (call, said) => {
    const { actor, now, store } = call
    keepRules(actor, said.group, now)
    const card = await inLog(call, said.group, async ({ messages }, write) => {
      const message = await messages.get(said.message._id)
      if (!message || message.state !== 'normal' || message.became) throw new AppError('Conflict')
      // Whoever asks second is shown what was asked.
      return (await messages.get(askId(message))) ?? write(askCard(call, { ...said, message }))
    })
    await moveSignals(store, [topics.chat(card.groupPath)])
    return { message: presentMessage(actor, card, now) }
  },
})

function askCard({ actor, now }: Pick<Call<'chat.askToOrder'>, 'actor' | 'now'>, { message }: SaidInGroup) {
  const { authorId, authorName: name, groupPath, seq } = message
  if (authorId === null) throw new AppError('Forbidden')
  const to = { userId: authorId, name }
  const body: Message['body'] = {
    kind: 'orderAsk',
    of: seq,
    excerpt: excerptOf(message),
    to,
    answer: 'none',
  }
  return cardOf(actor, { id: askId(message), groupPath, body, at: now, calls: [to] })
}
