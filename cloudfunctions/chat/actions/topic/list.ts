import { canReadGroup } from '@/domain/chat/policy'
import { action } from '../../../_runtime/serve'
import { presentTopic } from '../../topic/present-topic'

export const listTopics = action('topic.list', {
  fetch: async ({ input, store }) => {
    const { groupPath } = input
    const [settings, page] = await Promise.all([
      store.groups.get(groupPath),
      store.topics.page({ groupPath }, 'openedKey', 'desc', input),
    ])
    return { page, settings: settings ?? { pins: [] } }
  },
  load: async (_call, fetched) => fetched,
  allow: (actor, _fetched, { groupPath }) => canReadGroup(actor, groupPath),
  handle: async ({ actor }, { page: { items, nextCursor }, settings }) => ({
    items: items.map((topic) => presentTopic(actor, topic, settings)),
    nextCursor,
  }),
})
