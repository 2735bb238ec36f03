import { careKeysOf } from '../chat/care'
import type { Message } from '../chat/schema'
import { pageKey } from '../shared/paging'
import { personIdsIn, type PersonRef } from '../shared/person'
import type { InboxItem } from './schema'

/** A question or a call, as it waits for those who look after the group. */
export function newItem(
  { _id, groupPath, seq, sentAt }: Pick<Message, '_id' | 'groupPath' | 'seq' | 'sentAt'>,
  { by, ...more }: Pick<InboxItem, 'kind' | 'groupName' | 'said' | 'text'> & { readonly by: PersonRef },
): InboxItem {
  const asked = { by, at: sentAt }
  return {
    ...more,
    _id,
    groupPath,
    careKeys: careKeysOf(groupPath),
    seq,
    asked,
    answered: null,
    isOpen: true,
    namedIds: personIdsIn(asked),
    askedKey: pageKey(sentAt, _id),
    requestIds: [],
  }
}

/** What changes when it is answered (for all), or waits again (null). */
export const answeredFields = (
  { asked }: Pick<InboxItem, 'asked'>,
  answered: InboxItem['answered'],
): Pick<InboxItem, 'answered' | 'isOpen' | 'namedIds'> => ({
  answered,
  isOpen: answered === null,
  namedIds: personIdsIn({ asked, answered }),
})
