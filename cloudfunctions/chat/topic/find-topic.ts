import type { Topic } from '@/domain/topic/schema'
import { AppError } from '@/domain/shared/errors'
import type { Store } from '../../_runtime/store'
import { findPlaceGroup, type PlaceGroup } from '../find-group'

export interface TopicInGroup {
  topic: Topic
  group: PlaceGroup
}

/** Two waits: only the topic says which group it is of. @throws AppError NotFound */
export async function findTopic(store: Store, topicId: string): Promise<TopicInGroup> {
  const topic = await store.topics.get(topicId)
  if (!topic) throw new AppError('NotFound')
  return { topic, group: await findPlaceGroup(store, topic.groupPath) }
}
