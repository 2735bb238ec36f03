import { AppError } from '@/domain/shared/errors'
import { pageKey } from '@/domain/shared/paging'
import { topics } from '@/domain/signal/topics'
import { canGather } from '@/domain/topic/policy'
import { checkText } from '../../../_runtime/safety'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import { newTopic, topicCard } from '../../topic/change-topic'
import { findPlaceGroup } from '../../find-group'
import { gatherable, joined, messagesOf } from '../../topic/gather'
import { inLog } from '../../in-log'
import { keepRules } from '../../keep-rules'
import { presentTopic } from '../../topic/present-topic'

export const openTopic = action('topic.open', {
  fetch: async ({ input, store }) => {
    const [group, messages] = await Promise.all([
      findPlaceGroup(store, input.groupPath),
      messagesOf(store, input.groupPath, input.seqs),
    ])
    return { group, messages }
  },
  load: async (_call, fetched) => fetched,
  allow: (actor, { group }) => canGather(actor, group.groupPath),
  handle: async (call, { group, messages }) => {
    const { actor, input, log, now, openid, requestId, store } = call
    const { groupPath, title } = input
    const seqs = joined(gatherable(actor, messages))
    if (seqs.length === 0) throw new AppError('NotFound')
    keepRules(actor, group, now)
    await checkText(title, openid, log)
    const fields = { _id: requestId, groupPath, title, seqs, openedKey: pageKey(now, requestId) }
    const fresh = newTopic(actor, fields, now)
    const topic = await inLog(call, group, async (transaction, write) => {
      const earlier = await transaction.topics.get(requestId)
      if (earlier) return earlier
      await transaction.topics.insert(fresh)
      await write(topicCard(call, fresh, { what: 'opened', decision: '' }))
      return fresh
    })
    // A request id that someone else has used is no way to read their topic.
    if (topic.opened.by.userId !== actor._id || topic.groupPath !== groupPath) throw new AppError('Forbidden')
    await moveSignals(store, [topics.chat(groupPath)])
    return { topic: presentTopic(actor, topic, group.settings) }
  },
})
