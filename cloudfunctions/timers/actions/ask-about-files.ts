import { askAgainAt } from '@/domain/media/pace'
import type { MediaCheck } from '@/domain/media/schema'
import { beginMediaCheck } from '../../_runtime/media'
import { command } from '../../_runtime/sdk'
import type { Store } from '../../_runtime/store'
import { workThrough, type DutyContext } from '../duty'

/**
 * Asks WeChat about pictures and voices that people have put into orders, notices and the like, and again where it
 * has not answered; answers about how many. What got no verdict in a day stays where it is, and is asked about no more: those
 * who have a part in it have seen it all day. Who has no account any more can't be asked for, so nothing is kept of
 * them here either.
 */
export const askAboutFiles = (context: DutyContext): Promise<number> => {
  const { store, now } = context
  return workThrough(context, {
    collection: store.mediaChecks,
    due: { recheckAt: command.lte(now) },
    key: 'recheckAt',
    work: (check) => askAbout(context, check),
  })
}

async function askAbout({ store, log, now }: DutyContext, check: MediaCheck): Promise<boolean> {
  const { _id, byUserId, givenAt, recheckAt: wasDueAt } = check
  const openid = await openidOf(store, byUserId)
  const isOver = openid === null || askAgainAt({ traceId: null, since: givenAt, now }) === null
  const traceId = isOver ? null : await beginMediaCheck(check, openid, log)
  const recheckAt = askAgainAt({ traceId, since: givenAt, now })
  if (isOver || recheckAt === null) {
    await store.mediaChecks.remove({ _id })
    return false
  }
  // A verdict on the first question may still come, as long as there is no second.
  const asked = traceId === null ? {} : { traceId }
  await store.mediaChecks.update({ _id, recheckAt: wasDueAt }, { ...asked, recheckAt })
  return traceId !== null
}

/** Of two accounts that became one, the phone belongs to the one that was kept. */
async function openidOf(store: Store, userId: string): Promise<string | null> {
  const account = await store.accounts.get(userId)
  if (account?.mergedInto) return openidOf(store, account.mergedInto)
  return account?.state === 'active' ? account.openid : null
}
