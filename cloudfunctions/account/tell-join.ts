import type { Account, Membership } from '@/domain/account/schema'
import { plainMessage } from '@/domain/chat/schema'
import { areasOfHome } from '@/domain/shared/area'
import { topics } from '@/domain/signal/topics'
import { moveSignals } from '../_runtime/signals'
import type { Store } from '../_runtime/store'
import { appendMessage } from '../chat/append-message'
import type { FoundFlat } from './find-flat'
import { stableId } from './stable-id'

/**
 * Who hears of a newcomer: whoever looks after the place, those who are confirmed in the flat, and
 * the building's group, by a line without a flat. Told twice it does no harm: the line is the same one.
 */
export async function tellJoined(
  store: Store,
  account: Account,
  home: Membership,
  { groupPath, housemates, newestSeq, household }: FoundFlat,
): Promise<void> {
  const confirmed = housemates.filter(({ memberships }) =>
    memberships.some(
      ({ householdId, standing }) => householdId === household._id && standing === 'confirmed',
    ),
  )
  const line = {
    ...plainMessage,
    // Others see it: it must not tell who it is.
    _id: stableId('joined', account._id, home.areaPath, home.joinedAt),
    groupPath,
    authorId: null,
    namedIds: [account._id],
    authorName: account.nickname,
    authorTitle: 'newcomer' as const,
    body: { kind: 'joined' as const, nickname: account.nickname },
    sentAt: home.joinedAt,
  }
  await Promise.all([
    // Who was removed waits outside, and the group hears nothing of it.
    !home.isHeld &&
      appendMessage(store, line, newestSeq).then(() => moveSignals(store, [topics.chat(groupPath)])),
    moveSignals(store, [
      // Their own phones, if they had an account before; of a new one nobody watches anything yet.
      ...(account.memberships.length > 1 ? [topics.user(account._id)] : []),
      ...areasOfHome(home).map(topics.pending),
      ...confirmed.map(({ _id }) => topics.user(_id)),
    ]),
  ])
}
