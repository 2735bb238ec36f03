import { isCaretakerOf } from '@/domain/account/policy'
import { toPersonCard, type Account } from '@/domain/account/schema'
import { canSeeReaders } from '@/domain/notice/policy'
import { noticeReadId } from '@/domain/notice/schema'
import { isWithin } from '@/domain/shared/area'
import { action } from '../../_runtime/serve'
import { findNotice } from '../find-notice'
import { reachOf } from '../present-notice'

const shown = 200
/** The cloud's own bound on one query; of a larger area these are the ones looked at, and the total is counted. */
const residentsRead = 1000

export const unreadNotice = action('notice.unread', {
  load: ({ store, input }) => findNotice(store, input.noticeId),
  allow: canSeeReaders,
  handle: async ({ actor, store }, notice) => {
    const [residents, reach] = await Promise.all([
      store.accounts.find({ homeAt: notice.areaPath }, { limit: residentsRead }),
      reachOf(store, notice),
    ])
    const reads = await store.noticeReads.getMany(residents.map(({ _id }) => noticeReadId(notice._id, _id)))
    const readers = new Set(reads.map(({ userId }) => userId))
    const missing = residents.filter(({ _id }) => !readers.has(_id))
    const areaNameOf = ({ memberships }: Account): string =>
      memberships.find(
        ({ areaPath }) => isWithin(areaPath, notice.areaPath) && isCaretakerOf(actor, areaPath),
      )?.areaName ?? ''
    const items = missing.map((account) => ({ ...toPersonCard(account), areaName: areaNameOf(account) }))
    return {
      items: items.sort((a, b) => a.areaName.localeCompare(b.areaName)).slice(0, shown),
      total: reach.residents - reach.read,
    }
  },
})
