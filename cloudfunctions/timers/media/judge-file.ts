import { askAgainAt } from '@/domain/media/pace'
import type { MediaCheck, MediaPlace } from '@/domain/media/schema'
import type { MediaVerdict, VerdictContext } from '../../_runtime/media-verdict'
import { deleteOwnFiles, uploadKeyOf } from '../../_runtime/own-files'
import type { Store } from '../../_runtime/store'
import { takeOutOfAccount } from '../../account/take-out'
import { takeOutOfGroup } from '../../chat/group/take-out'
import { takeOutOfNotice } from '../../chat/notice/take-out'
import { takeOutOfOrder } from '../../order/take-out'
import { takeOutOfSeries } from '../../order/take-out-of-series'

/** Takes a file out of its place and tells those who look at it; done again, or with the place gone, it does nothing. */
type TakeOut = (context: VerdictContext, check: MediaCheck) => Promise<void>

const takeOutOf = {
  order: takeOutOfOrder,
  series: takeOutOfSeries,
  notice: takeOutOfNotice,
  group: takeOutOfGroup,
  account: takeOutOfAccount,
} as const satisfies Record<MediaPlace['kind'], TakeOut>

/**
 * What has passed stays where it is. What is refused goes from its place and from storage, and only then what is known
 * of the question: should this break off, it is asked again, and done again. What could not be loaded is asked for
 * again by the clock.
 */
export async function judgeFile(
  context: VerdictContext,
  check: MediaCheck,
  verdict: MediaVerdict,
): Promise<void> {
  const { store, now } = context
  const { _id, byUserId, fileId, givenAt, of, traceId } = check
  const recheckAt = verdict === 'unreachable' ? askAgainAt({ traceId: null, since: givenAt, now }) : null
  if (recheckAt !== null) {
    await store.mediaChecks.update({ _id, traceId }, { traceId: null, recheckAt })
    return
  }
  if (verdict === 'risky') {
    await takeOutOf[of.kind](context, check)
    await deleteOwnFiles(await uploadKeysOf(store, byUserId), [fileId])
  }
  await store.mediaChecks.remove({ _id })
}

/** Whoever names the file of somebody else deletes nothing of theirs. */
async function uploadKeysOf(store: Store, userId: string): Promise<string[]> {
  const account = await store.accounts.get(userId)
  if (!account) return []
  if (account.mergedInto) return uploadKeysOf(store, account.mergedInto)
  return [account.uploadKey ?? uploadKeyOf(account.openid)]
}
