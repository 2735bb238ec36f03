import { isConfirmedIn, type Actor } from '../account/policy'
import { canModerate, canReadGroup } from '../chat/policy'
import { circleParts, isThread } from '../chat/thread'
import type { TopicAction } from './contract'
import type { Topic } from './schema'

/** Neighbours for whom somebody has vouched gather what was said, and those who look after the group. */
export const canGather = (actor: Actor, groupPath: string): boolean =>
  !isThread(groupPath) &&
  canReadGroup(actor, groupPath) &&
  (circleParts(groupPath) !== null || isConfirmedIn(actor, groupPath) || canModerate(actor, groupPath))

/** @param isPinned its decision stands above the group */
export function topicActions(
  actor: Actor,
  { groupPath, settled }: Pick<Topic, 'groupPath' | 'settled'>,
  isPinned: boolean,
): TopicAction[] {
  const isModerator = canReadGroup(actor, groupPath) && canModerate(actor, groupPath)
  const rows: [TopicAction, boolean][] = [
    ['add', settled === null && canGather(actor, groupPath)],
    ['settle', settled === null && isModerator],
    ['reopen', settled !== null && isModerator],
    ['unpin', isPinned && isModerator],
  ]
  return rows.filter(([, may]) => may).map(([action]) => action)
}
