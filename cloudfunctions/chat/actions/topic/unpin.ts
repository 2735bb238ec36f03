import { canModerate, canReadGroup } from '@/domain/chat/policy'
import { topics } from '@/domain/signal/topics'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import { stableId } from '../../../account/stable-id'
import { changeLine } from '../../change-message'
import { findTopic } from '../../topic/find-topic'
import { inLog } from '../../in-log'
import { presentTopic } from '../../topic/present-topic'
import { changeSettings } from '../../group/settings-in-log'

export const unpinTopic = action('topic.unpin', {
  fetch: ({ input, store }) => findTopic(store, input.topicId),
  load: async (_call, found) => found,
  allow: (actor, { group: { groupPath } }) => canReadGroup(actor, groupPath) && canModerate(actor, groupPath),
  handle: async (call, { group, topic }) => {
    const { actor, now, requestId, store } = call
    const { groupPath } = group
    const settings = await inLog(call, group, async (transaction, write) => {
      const before = (await transaction.groups.get(groupPath)) ?? group.settings
      const pins = before.pins.filter(({ topicId }) => topicId !== topic._id)
      if (pins.length === before.pins.length) return before
      // Nothing is said of it; the card of the decision changes, which tells phones to look at the pins.
      const seq = topic.settled?.seq ?? 0
      const card = { _id: stableId('topic-pin', topic._id), groupPath, seq }
      if (seq > 0) await write(changeLine(card, requestId, now))
      return changeSettings(transaction, groupPath, () => ({ pins }))
    })
    await moveSignals(store, [topics.chat(groupPath)])
    return { topic: presentTopic(actor, topic, settings) }
  },
})
