import { canReadGroup } from '@/domain/chat/policy'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../../_runtime/serve'
import { messagesOf } from '../../topic/gather'
import { presentMessage } from '../../present-message'
import { presentTopic } from '../../topic/present-topic'

export const getTopic = action('topic.get', {
  fetch: async ({ input, store }) => {
    const topic = await store.topics.get(input.topicId)
    if (!topic) throw new AppError('NotFound')
    const [settings, messages] = await Promise.all([
      store.groups.get(topic.groupPath),
      messagesOf(store, topic.groupPath, topic.seqs),
    ])
    return { topic, messages, settings: settings ?? { pins: [] } }
  },
  load: async (_call, fetched) => fetched,
  allow: (actor, { topic }) => canReadGroup(actor, topic.groupPath),
  handle: async ({ actor, now }, { topic, messages, settings }) => ({
    topic: presentTopic(actor, topic, settings),
    messages: messages.map((message) => presentMessage(actor, message, now)),
  }),
})
