import { AppError } from '@/domain/shared/errors'
import { canGather } from '@/domain/topic/policy'
import { mostInTopic } from '@/domain/topic/schema'
import { action } from '../../../_runtime/serve'
import { inTransaction } from '../../../_runtime/transaction'
import { gatherable, joined, messagesOf } from '../../topic/gather'
import { presentTopic } from '../../topic/present-topic'

/** More messages into a topic. Nothing is said of it in the group, so that nobody is called for it. */
export const addToTopic = action('topic.add', {
  fetch: async ({ input, store }) => {
    const topic = await store.topics.get(input.topicId)
    if (!topic) throw new AppError('NotFound')
    const [settings, messages] = await Promise.all([
      store.groups.get(topic.groupPath),
      messagesOf(store, topic.groupPath, input.seqs),
    ])
    return { topic, messages, settings: settings ?? { pins: [] } }
  },
  load: async (_call, fetched) => fetched,
  allow: (actor, { topic }) => canGather(actor, topic.groupPath),
  handle: async ({ actor, trips }, { topic: { _id }, messages, settings }) => {
    const fresh = gatherable(actor, messages)
    if (fresh.length === 0) throw new AppError('NotFound')
    const topic = await inTransaction(trips, async ({ topics }) => {
      const before = await topics.get(_id)
      if (!before) throw new AppError('NotFound')
      const seqs = joined(before.seqs, fresh)
      if (seqs.length === before.seqs.length) return before
      if (before.settled) throw new AppError('Conflict')
      if (seqs.length > mostInTopic) throw new AppError('LimitReached', { limit: mostInTopic })
      const fields = { seqs, version: before.version + 1 }
      await topics.update(_id, fields)
      return { ...before, ...fields }
    })
    return { topic: presentTopic(actor, topic, settings) }
  },
})
