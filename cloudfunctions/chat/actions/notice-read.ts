import { canReadNotice } from '@/domain/notice/policy'
import { noticeReadId } from '@/domain/notice/schema'
import { AppError } from '@/domain/shared/errors'
import { topics } from '@/domain/signal/topics'
import { action } from '../../_runtime/serve'
import { moveSignals } from '../../_runtime/signals'
import { findNotice } from '../find-notice'
import { presentNotices } from '../present-notice'

export const readNotice = action('notice.read', {
  load: ({ store, input }) => findNotice(store, input.noticeId),
  allow: canReadNotice,
  handle: async ({ actor, now, store }, notice) => {
    const read = {
      _id: noticeReadId(notice._id, actor._id),
      noticeId: notice._id,
      userId: actor._id,
      readAt: now,
    }
    await store.noticeReads.insertOnce(read)
    // The author watches the count grow; the other readers need not be woken for it.
    await moveSignals(store, [topics.user(notice.authorId)])
    const [view] = await presentNotices(store, actor, [notice])
    if (!view) throw new AppError('Internal')
    return { notice: view }
  },
})
