import type { Message } from '@/domain/chat/schema'
import type { Store } from '../_runtime/store'
import { findPlaceGroup, type PlaceGroup } from './find-group'
import { findMessage } from './find-message'

/** What was said in a place's group or a circle. */
export interface SaidInGroup {
  group: PlaceGroup
  message: Message
}

/** One wait. @throws AppError NotFound where there is no such group, or nothing was said there under this number */
export async function fetchSaid(
  store: Store,
  { groupPath, seq }: Pick<Message, 'groupPath' | 'seq'>,
): Promise<SaidInGroup> {
  const [group, message] = await Promise.all([
    findPlaceGroup(store, groupPath),
    findMessage(store, groupPath, seq),
  ])
  return { group, message }
}
