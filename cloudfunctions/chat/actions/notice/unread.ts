import { toPersonCard, type Account } from '@/domain/account/schema'
import { homesIn, pathsOf } from '@/domain/notice/audience'
import { canKeepNotice } from '@/domain/notice/policy'
import type { Notice } from '@/domain/notice/schema'
import { isWithin, type AreaPath } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { action } from '../../../_runtime/serve'
import { findNotice } from '../../notice/find-notice'
import { livingIn, unreadAmong } from '../../notice/audience'
import { countReads } from '../../notice/present-notice'

const shown = 200
/** The cloud's own bound on one query; of a larger area these are the ones looked at. */
const residentsRead = 1000

/** Three waits: who lives there, then which of them have read it. */
export const unreadNotice = action('notice.unread', {
  fetch: ({ store, input }) => findNotice(store, input.noticeId),
  load: async (_call, notice) => notice,
  allow: (actor, notice) => canKeepNotice(actor, notice),
  handle: async ({ input, store }, notice) => {
    const part = narrowed(notice, input.areaPath)
    const [residents, reads] = await Promise.all([
      store.accounts.find(livingIn(pathsOf(part)), { orderBy: ['_id', 'asc'], limit: residentsRead }),
      countReads(store, notice),
    ])
    const unread = await unreadAmong(store, notice, residents)
    const items = unread.map((person) => lineOf(part, person)).sort(byBuilding)
    return {
      items: items.slice(0, shown),
      households: Math.max(notice.recipients.households - reads.households, 0),
      hasMore: items.length > shown || residents.length === residentsRead,
    }
  },
})

/** What of its areas lies in `areaPath`. @throws AppError NotFound where nothing does */
function narrowed(notice: Notice, areaPath: AreaPath | null): Pick<Notice, 'areas'> {
  if (areaPath === null) return notice
  if (pathsOf(notice).some((path) => isWithin(areaPath, path))) return { areas: [{ areaPath, areaName: '' }] }
  const areas = notice.areas.filter((area) => isWithin(area.areaPath, areaPath))
  if (areas.length === 0) throw new AppError('NotFound', { what: 'area' })
  return { areas }
}

const lineOf = (part: Pick<Notice, 'areas'>, person: Account) => ({
  ...toPersonCard(person),
  areaName: homesIn(part, person)[0]?.areaName ?? '',
  needsCare: person.careNeeds.length > 0,
})

const numeric = new Intl.Collator('zh', { numeric: true })
const byBuilding = (a: { areaName: string }, b: { areaName: string }): number =>
  numeric.compare(a.areaName, b.areaName)
