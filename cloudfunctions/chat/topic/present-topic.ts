import type { Actor } from '@/domain/account/policy'
import type { GroupSettings } from '@/domain/group/schema'
import type { TopicView } from '@/domain/topic/contract'
import { topicActions } from '@/domain/topic/policy'
import type { Topic } from '@/domain/topic/schema'

/** A topic as one reader of its group sees it; its contract takes the ids away. */
export const presentTopic = (
  actor: Actor,
  { _id, groupPath, title, seqs, version, opened, settled, past }: Topic,
  { pins }: Pick<GroupSettings, 'pins'>,
): TopicView => ({
  _id,
  groupPath,
  title,
  seqs,
  version,
  opened,
  settled,
  past,
  allowedActions: topicActions(
    actor,
    { groupPath, settled },
    pins.some(({ topicId }) => topicId === _id),
  ),
})
