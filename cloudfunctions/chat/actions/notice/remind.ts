import { canKeepNotice, isExpired } from '@/domain/notice/policy'
import { pathsOf } from '@/domain/notice/audience'
import { commonPace, type Notice } from '@/domain/notice/schema'
import { AppError } from '@/domain/shared/errors'
import type { Timestamp } from '@/domain/shared/time'
import { noticeTopics } from '@/domain/signal/topics'
import type { Call } from '../../../_runtime/action'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import { findNotice } from '../../notice/find-notice'
import { presentOne } from '../../notice/present-notice'

/** The clock may be at work on the same notice. */
const attempts = 5

/** Three waits; what is to be done is the clock's. */
export const remindOfNotice = action('notice.remind', {
  fetch: ({ store, input }) => findNotice(store, input.noticeId),
  load: async (_call, notice) => notice,
  allow: (actor, notice) => canKeepNotice(actor, notice),
  handle: async (call, notice) => {
    const { actor, now, store } = call
    const reminded = await remind(call, notice)
    const [view] = await Promise.all([
      presentOne(store, actor, reminded, now),
      moveSignals(store, noticeTopics(pathsOf(notice))),
    ])
    return { notice: view }
  },
})

async function remind({ now, requestId, store }: Call<'notice.remind'>, notice: Notice): Promise<Notice> {
  let found = notice
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (found.remindedBy === requestId) return found
    checkTurn(found, now)
    const fields = {
      remindedAt: now,
      remindedBy: requestId,
      work: [
        { kind: 'post' as const, after: '' },
        { kind: 'remind' as const, after: '' },
        ...found.work.filter(({ kind }) => kind === 'visit'),
      ],
      wakeAt: now,
      version: found.version + 1,
    }
    const changed = await store.notices.update({ _id: found._id, version: found.version }, fields)
    if (changed === 1) return { ...found, ...fields }
    found = await findNotice(store, found._id)
  }
  throw new AppError('Conflict')
}

/** @throws AppError Conflict where there is nothing to remind of, LimitReached (`retryAt`) */
function checkTurn(notice: Notice, now: Timestamp): void {
  if (notice.state !== 'published' || isExpired(notice, now)) throw new AppError('Conflict')
  const next = (notice.remindedAt ?? -commonPace) + commonPace
  if (next > now) throw new AppError('LimitReached', { retryAt: next })
}
