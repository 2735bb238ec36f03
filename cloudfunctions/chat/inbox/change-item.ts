import { canModerate } from '@/domain/chat/policy'
import { answeredFields } from '@/domain/inbox/item'
import type { InboxItem } from '@/domain/inbox/schema'
import { AppError } from '@/domain/shared/errors'
import type { Actor } from '@/domain/account/policy'
import { command } from '../../_runtime/sdk'
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

/** As many requests as an item remembers. */
const mostRemembered = 20

/**
 * Answered for all (`answered`), or waiting again (null). Whoever comes second is answered with what the first one did;
 * so is a request that comes late once more, whatever happened meanwhile. Two waits. @throws AppError NotFound where it was taken back meanwhile
 */
export async function changeItem(
  { requestId, store }: { requestId: string; store: Store },
  item: InboxItem,
  answered: InboxItem['answered'],
): Promise<InboxItem> {
  const fields = answeredFields(item, answered)
  const due = { _id: item._id, isOpen: answered !== null, requestIds: command.nin([requestId]) }
  const remembered = { requestIds: command.push({ each: [requestId], slice: -mostRemembered }) }
  const isChanged = (await store.inbox.update(due, fields, remembered)) > 0
  const [after] = await Promise.all([
    isChanged ? { ...item, ...fields } : findItem(store, item._id),
    moveSignals(store, inboxTopics(item.groupPath)),
  ])
  return after
}
