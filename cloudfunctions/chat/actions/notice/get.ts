import { canReadNotice } from '@/domain/notice/policy'
import { action } from '../../../_runtime/serve'
import { findNotice } from '../../notice/find-notice'
import { presentOne } from '../../notice/present-notice'

export const getNotice = action('notice.get', {
  fetch: ({ store, input }) => findNotice(store, input.noticeId),
  load: async (_call, notice) => notice,
  allow: (actor, notice) => canReadNotice(actor, notice),
  handle: async ({ actor, now, store }, notice) => ({ notice: await presentOne(store, actor, notice, now) }),
})
