import { isStaffOf } from '@/domain/account/policy'
import { rankVolunteers } from '@/domain/order/rank'
import { ancestorsOf } from '@/domain/shared/area'
import { roleKey } from '@/domain/shared/role'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { findOrder } from '../find-order'

/** Volunteers looked at, and suggestions shown. */
const considered = 300
const shown = 12

export const suggestVolunteers = action('order.suggest', {
  load: ({ store, input }) => findOrder(store, input.orderId),
  allow: (actor, order) => isStaffOf(actor, order.areaPath),
  handle: async ({ store }, order) => {
    const keys = ancestorsOf(order.areaPath).map((path) => roleKey('volunteer', path))
    const volunteers = await store.accounts.find({ roleKeys: command.in(keys) }, { limit: considered })
    const assigneeId = command.in(volunteers.map(({ _id }) => _id))
    const openCounts =
      volunteers.length === 0
        ? new Map<string, number>()
        : await store.orders.countBy({ assigneeId, phase: 'moving' }, 'assigneeId')
    return { items: rankVolunteers(order, volunteers, openCounts).slice(0, shown) }
  },
})
