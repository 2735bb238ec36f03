import { canModerate } from '@/domain/chat/policy'
import { answeredFields } from '@/domain/inbox/item'
import type { InboxItem } from '@/domain/inbox/schema'
import { AppError } from '@/domain/shared/errors'
import type { Actor } from '@/domain/account/policy'
import { moveSignals } from '../../_runtime/signals'
import type { Store } from '../../_runtime/store'
import { inboxTopics } from './items'

/** @throws AppError NotFound */
export async function findItem(store: Store, itemId: string): Promise<InboxItem> {
  const item = await store.inbox.get(itemId)
  if (!item) throw new AppError('NotFound')
  return item
}

export const maySeeTo = (actor: Actor, { groupPath }: InboxItem): boolean => canModerate(actor, groupPath)

/**
 * Answered for all (`answered`), or waiting again (null). Whoever comes second is answered with what the first one did.
 * Two waits. @throws AppError NotFound where it was taken back meanwhile
 */
export async function changeItem(
  store: Store,
  item: InboxItem,
  answered: InboxItem['answered'],
): Promise<InboxItem> {
  const fields = answeredFields(item, answered)
  const isChanged = (await store.inbox.update({ _id: item._id, isOpen: answered !== null }, fields)) > 0
  const [after] = await Promise.all([
    isChanged ? { ...item, ...fields } : findItem(store, item._id),
    moveSignals(store, inboxTopics(item.groupPath)),
  ])
  return after
}
