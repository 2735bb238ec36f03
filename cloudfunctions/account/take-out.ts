import { isCurrent } from '@/domain/account/index-fields'
import type { Account } from '@/domain/account/schema'
import type { MediaCheck } from '@/domain/media/schema'
import { homeTopics } from '@/domain/membership/standing'
import type { VerdictContext } from '../_runtime/media-verdict'
import { moveSignals } from '../_runtime/signals'
import { changeOnce } from './change-own'

/**
 * A refused picture of a person goes, also from what they said in groups, and a refused voice from the home they
 * asked to be confirmed in; their trail says so. Of two accounts that became one, the kept one has it.
 */
export async function takeOutOfAccount(
  context: Pick<VerdictContext, 'store' | 'trips' | 'now'>,
  check: MediaCheck,
): Promise<void> {
  const { now, store } = context
  const { _id: key, fileId, of } = check
  const found = await store.accounts.get(of.id)
  if (!found) return
  if (found.mergedInto) return takeOutOfAccount(context, { ...check, of: { ...of, id: found.mergedInto } })
  await store.messages.update({ authorId: found._id, authorAvatar: fileId }, { authorAvatar: null })
  if (!hasFile(found, fileId)) return
  const account = await changeOnce(context, found._id, (known) => {
    if (!hasFile(known, fileId)) return null
    const avatarFileId = known.avatarFileId === fileId ? null : known.avatarFileId
    const memberships = known.memberships.map((home) =>
      home.voice?.fileId === fileId ? { ...home, voice: null } : home,
    )
    const [area = null] = memberships.filter(isCurrent)
    const line = { key, event: 'mediaRefused', userId: known._id, by: null, at: now, area } as const
    return { account: { ...known, avatarFileId, memberships }, trail: [line], fields: { avatarFileId } }
  })
  await moveSignals(store, homeTopics(account._id, account.memberships.filter(isCurrent)))
}

const hasFile = ({ avatarFileId, memberships }: Account, fileId: string): boolean =>
  avatarFileId === fileId || memberships.some(({ voice }) => voice?.fileId === fileId)
