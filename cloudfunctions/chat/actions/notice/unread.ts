import { toPersonCard, type Account } from '@/domain/account/schema'
import { homesIn, pathsOf } from '@/domain/notice/audience'
import { canKeepNotice } from '@/domain/notice/policy'
import type { Notice } from '@/domain/notice/schema'
import { isWithin, type AreaPath } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { command } from '../../../_runtime/sdk'
import { action } from '../../../_runtime/serve'
import { findNoted, noteAccess } from '../../../account/access'
import { livingIn } from '../../../place/count-people'
import { findNotice } from '../../notice/find-notice'
import { unreadAmong } from '../../notice/audience'
import { countReads } from '../../notice/present-notice'

/** Of so many neighbours one page tells who has not read it: a few buildings. */
const perPage = 300

/** As much of an account as is told, or tells whether they have read it. */
const fields = ['_id', 'nickname', 'memberships', 'careNeeds', 'homeKey'] as const
type Neighbour = Pick<Account, (typeof fields)[number]>

/**
 * Three waits: who lives there, then which of them have read it; a fourth where it says of somebody for the first time
 * that day that they should be looked in on, since the look is on record first.
 */
export const unreadNotice = action('notice.unread', {
  fetch: ({ store, input }) => findNotice(store, input.noticeId),
  load: async (_call, notice) => notice,
  allow: (actor, notice) => canKeepNotice(actor, notice),
  handle: async ({ actor, input: { areaPath, cursor }, now, store }, notice) => {
    const part = narrowed(notice, areaPath)
    const beyond = cursor === null ? {} : { homeKey: command.gt(cursor) }
    const [residents, reads] = await Promise.all([
      store.accounts.findParts({ ...livingIn(pathsOf(part)), ...beyond }, fields, {
        orderBy: ['homeKey', 'asc'],
        limit: perPage + 1,
      }),
      countReads(store, notice),
    ])
    const page = residents.slice(0, perPage)
    const told = page.filter((person) => homesIn(part, person).length > 0)
    const lookAt = (people: readonly Neighbour[]) =>
      ({ kind: 'care', by: actor, people: people.filter(needsCare), at: now }) as const
    const [unread, noted] = await Promise.all([
      unreadAmong(store, notice, told),
      findNoted(store, lookAt(told)),
    ])
    await noteAccess(store, lookAt(unread), noted)
    return {
      items: unread.map((person) => lineOf(part, person)),
      nextCursor: residents.length > perPage ? (page.at(-1)?.homeKey ?? null) : null,
      households: Math.max(notice.recipients.households - reads.households, 0),
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

const lineOf = (part: Pick<Notice, 'areas'>, person: Neighbour) => ({
  ...toPersonCard(person),
  areaName: homesIn(part, person)[0]?.areaName ?? '',
  needsCare: needsCare(person),
})

const needsCare = ({ careNeeds }: Neighbour): boolean => careNeeds.length > 0
