import { canModerate, canReadGroup } from '@/domain/chat/policy'
import { topics } from '@/domain/signal/topics'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import { reopenTopic as reopen } from '../../topic/change-topic'
import { findTopic } from '../../topic/find-topic'
import { presentTopic } from '../../topic/present-topic'

export const reopenTopic = action('topic.reopen', {
  fetch: ({ input, store }) => findTopic(store, input.topicId),
  load: async (_call, found) => found,
  allow: (actor, { group: { groupPath } }) => canReadGroup(actor, groupPath) && canModerate(actor, groupPath),
  handle: async (call, found) => {
    const { actor, store } = call
    const { topic, settings } = await reopen(call, found)
    await moveSignals(store, [topics.chat(topic.groupPath)])
    return { topic: presentTopic(actor, topic, settings) }
  },
})
