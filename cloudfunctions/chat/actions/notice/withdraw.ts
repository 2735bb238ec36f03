import { pathsOf } from '@/domain/notice/audience'
import { canKeepNotice } from '@/domain/notice/policy'
import type { Notice } from '@/domain/notice/schema'
import { AppError } from '@/domain/shared/errors'
import { refOf } from '@/domain/shared/person'
import { noticeTopics } from '@/domain/signal/topics'
import type { Call } from '../../../_runtime/action'
import { checkText } from '../../../_runtime/safety'
import { command } from '../../../_runtime/sdk'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import { closeVisits } from '../../visit/close-visits'
import { findNotice } from '../../notice/find-notice'
import { presentOne } from '../../notice/present-notice'

/** Three waits; one more where somebody was to be looked in on. */
export const withdrawNotice = action('notice.withdraw', {
  fetch: ({ store, input }) => findNotice(store, input.noticeId),
  load: async (_call, notice) => notice,
  allow: (actor, notice) => canKeepNotice(actor, notice),
  handle: async (call, notice) => {
    const { actor, now, store } = call
    const withdrawn = await withdraw(call, notice)
    const [view] = await Promise.all([
      presentOne(store, actor, withdrawn, now),
      moveSignals(store, noticeTopics(pathsOf(notice))),
      closeVisits(store, notice, now),
    ])
    return { notice: view }
  },
})

/** @throws AppError Conflict where another has taken it back */
async function withdraw(
  { actor, input, log, now, openid, store }: Call<'notice.withdraw'>,
  notice: Notice,
): Promise<Notice> {
  const by = refOf(actor)
  const fields = {
    state: 'withdrawn' as const,
    withdrawn: { reason: input.reason, by, at: now },
    work: [],
    // The clock looks once more: it may have been making visits at this moment.
    wakeAt: now,
    namedIds: [...new Set([...notice.namedIds, by.userId])],
  }
  if (notice.state !== 'withdrawn') {
    await checkText(input.reason, openid, log)
    const changed = await store.notices.update(
      { _id: notice._id, state: command.in(['scheduled', 'published']) },
      fields,
      { version: command.inc(1) },
    )
    if (changed === 1) return { ...notice, ...fields, version: notice.version + 1 }
  }
  const found = notice.state === 'withdrawn' ? notice : await findNotice(store, notice._id)
  if (found.withdrawn?.by.userId !== actor._id) throw new AppError('Conflict')
  return found
}
