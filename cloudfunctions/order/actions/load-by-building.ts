import type { Order } from '@/domain/order/schema'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { atDesk, deskScopeOf } from '../desk-scope'

/** Open orders looked at; a desk with more has other worries than a map. */
const most = 1000

type Open = Pick<Order, 'buildingPath' | 'areaName' | 'phase' | 'dueAt'>

export const loadByBuilding = action('order.loadByBuilding', {
  load: async ({ actor }) => deskScopeOf(actor),
  allow: (_actor, { communities }) => communities.length > 0,
  handle: async ({ now, store }, scope) => {
    const open = await store.orders.findParts(
      { ...atDesk(scope), phase: command.in(['waiting', 'moving']) },
      ['buildingPath', 'areaName', 'phase', 'dueAt'],
      { limit: most },
    )
    const buildings = new Map<string, Open[]>()
    for (const order of open)
      buildings.set(order.buildingPath, [...(buildings.get(order.buildingPath) ?? []), order])
    const items = [...buildings].map(([buildingPath, orders]) => ({
      buildingPath,
      areaName: shortestName(orders),
      waiting: orders.filter(({ phase }) => phase === 'waiting').length,
      moving: orders.filter(({ phase }) => phase === 'moving').length,
      late: orders.filter(({ dueAt }) => dueAt < now).length,
    }))
    return { items: items.sort((a, b) => b.waiting + b.moving - a.waiting - a.moving) }
  },
})

/** The building's own name, where some live in a unit of it: 4栋, not 4栋1单元. */
const shortestName = (orders: readonly Open[]): string =>
  orders.map(({ areaName }) => areaName).sort((a, b) => a.length - b.length)[0] ?? ''
