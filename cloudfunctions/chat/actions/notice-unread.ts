import { isCaretakerOf } from '@/domain/account/policy'
import { toPersonCard, type Account } from '@/domain/account/schema'
import { canSeeReaders } from '@/domain/notice/policy'
import { isWithin } from '@/domain/shared/area'
import { action } from '../../_runtime/serve'
import { findNotice } from '../find-notice'

const shown = 200
/** The cloud's own bound on one query; an area with more residents is looked at building by building. */
const residentsRead = 1000

export const unreadNotice = action('notice.unread', {
  load: ({ store, input }) => findNotice(store, input.noticeId),
  allow: canSeeReaders,
  handle: async ({ actor, store }, notice) => {
    const [residents, reads] = await Promise.all([
      store.accounts.find({ homeAt: notice.areaPath }, { limit: residentsRead }),
      store.noticeReads.find({ noticeId: notice._id }, { limit: residentsRead }),
    ])
    const readers = new Set(reads.map(({ userId }) => userId))
    const missing = residents.filter(({ _id }) => !readers.has(_id))
    const areaNameOf = ({ memberships }: Account): string =>
      memberships.find(
        ({ areaPath }) => isWithin(areaPath, notice.areaPath) && isCaretakerOf(actor, areaPath),
      )?.areaName ?? ''
    const items = missing.map((account) => ({ ...toPersonCard(account), areaName: areaNameOf(account) }))
    return {
      items: items.sort((a, b) => a.areaName.localeCompare(b.areaName)).slice(0, shown),
      total: missing.length,
    }
  },
})
