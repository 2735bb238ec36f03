import { isWithin, ancestorAt } from '@/domain/shared/area'
import { isStaffOf } from '@/domain/account/policy'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { within } from '../../_runtime/within'
import { communitiesOf } from '../communities'
import { presentPage } from '../present-page'

export const listDesk = action('order.listDesk', {
  load: async ({ actor, input }) => {
    const communities = communitiesOf(actor, 'communityStaff')
    const wanted = input.areaPath && ancestorAt(input.areaPath, 'community')
    return wanted === null ? communities : communities.filter((path) => path === wanted)
  },
  allow: (actor, communities, { areaPath }) =>
    communities.length > 0 &&
    (areaPath === null || isStaffOf(actor, areaPath) || communities.some((path) => isWithin(areaPath, path))),
  handle: async ({ actor, input, now, store }, communities) => {
    const { view, areaPath, serviceId, onlyLate, onlyUrgent, onlyUnhappy } = input
    const where = {
      communityPath: command.in(communities),
      phase: view,
      ...(areaPath === null ? {} : { areaPath: within(areaPath) }),
      ...(serviceId === null ? {} : { 'service.id': serviceId }),
      ...(onlyLate ? { dueAt: command.lt(now) } : {}),
      ...(onlyUrgent ? { urgent: true } : {}),
      ...(onlyUnhappy ? { needsFollowUp: true } : {}),
    }
    const page =
      view === 'done'
        ? store.orders.page(where, 'createdKey', 'desc', input)
        : store.orders.page(where, 'dueKey', 'asc', input)
    return presentPage(actor, await page)
  },
})
