import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { atDesk, deskScopeOf, narrowedTo } from '../desk-scope'
import { presentPage } from '../present-page'

export const listDesk = action('order.listDesk', {
  load: async ({ actor, input }) => {
    const scope = deskScopeOf(actor)
    return input.areaPath === null ? scope : narrowedTo(scope, input.areaPath)
  },
  allow: (_actor, { communities }) => communities.length > 0,
  handle: async ({ actor, input, now, store }, scope) => {
    const { view, serviceId, onlyLate, onlyUrgent, onlyUnhappy, onlyUnsafe } = input
    const where = {
      ...atDesk(scope),
      ...(onlyUnsafe ? { needsSafetyLook: true } : { phase: view }),
      ...(serviceId === null ? {} : { 'service.id': serviceId }),
      ...(onlyLate ? { dueAt: command.lt(now) } : {}),
      ...(onlyUrgent ? { urgent: true } : {}),
      ...(onlyUnhappy ? { needsFollowUp: true } : {}),
    }
    const page =
      view === 'done' || onlyUnsafe
        ? store.orders.page(where, 'createdKey', 'desc', input)
        : store.orders.page(where, 'dueKey', 'asc', input)
    return presentPage(actor, await page)
  },
})
