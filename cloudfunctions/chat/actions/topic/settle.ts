import { canModerate, canReadGroup } from '@/domain/chat/policy'
import { topics } from '@/domain/signal/topics'
import { checkText } from '../../../_runtime/safety'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import { settleTopic as settle } from '../../topic/change-topic'
import { findTopic } from '../../topic/find-topic'
import { presentTopic } from '../../topic/present-topic'

export const settleTopic = action('topic.settle', {
  fetch: ({ input, store }) => findTopic(store, input.topicId),
  load: async (_call, found) => found,
  allow: (actor, { group: { groupPath } }) => canReadGroup(actor, groupPath) && canModerate(actor, groupPath),
  handle: async (call, found) => {
    const { actor, input, log, openid, store } = call
    await checkText(input.decision, openid, log)
    const { topic, settings } = await settle(call, found, input.decision)
    await moveSignals(store, [topics.chat(topic.groupPath)])
    return { topic: presentTopic(actor, topic, settings) }
  },
})
