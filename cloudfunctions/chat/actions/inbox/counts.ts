import type { Actor } from '@/domain/account/policy'
import { careKeysFor } from '@/domain/chat/care'
import { pageKey } from '@/domain/shared/paging'
import { visitAreasOf } from '@/domain/visit/policy'
import { command } from '../../../_runtime/sdk'
import { waitingFor } from '../../inbox/waiting'
import { action } from '../../../_runtime/serve'

/** More than that is "99+". */
const most = 100
const none = { waiting: 0, reports: 0, promises: 0, overdue: 0, visits: 0 }

/**
 * Nobody hears by this number that their own words were reported; nor are appeals counted for those who don't judge
 * them: who had a hand in what they are against, and who is not of the office.
 */
const toSeeTo = ({ _id, roles }: Pick<Actor, '_id' | 'roles'>) => ({
  'author.userId': command.nin([_id]),
  actedIds: command.nin([_id]),
  ...(roles.some(({ role }) => role === 'communityStaff' || role === 'streetOffice')
    ? {}
    : { state: 'open' }),
})

export const countInbox = action('inbox.counts', {
  load: async ({ actor }) => careKeysFor(actor),
  allow: () => true,
  handle: async ({ actor, now, store }, keys) => {
    if (keys.length === 0) return none
    const open = { careKeys: command.in(keys), isOpen: true }
    const [waiting, reports, promises, overdue, visits] = await Promise.all([
      store.inbox.countUpTo(waitingFor(actor, keys, now), most),
      store.cases.countUpTo({ ...open, ...toSeeTo(actor) }, most),
      store.promises.countUpTo(open, most),
      store.promises.countUpTo({ ...open, dueKey: command.lt(pageKey(now + 1, '')) }, most),
      store.visits.countUpTo({ areaAt: command.in(visitAreasOf(actor)), isOpen: true }, most),
    ])
    return { waiting, reports, promises, overdue, visits }
  },
})
