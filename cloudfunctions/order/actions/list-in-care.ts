import { caretakers } from '@/domain/account/policy'
import { canView } from '@/domain/order/policy'
import { presentOrder } from '@/domain/order/present'
import type { Order } from '@/domain/order/schema'
import { ancestorAt, isGrid, type AreaPath } from '@/domain/shared/area'
import type { Where } from '../../_runtime/collection'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { within } from '../../_runtime/within'

/** A leader looks after a few stairwells, and reads a page; staff have their desk. */
const most = { areas: 10, orders: 50 }

/** The open orders of an area, a stairwell or a micro-grid, for the indexes that begin with the building or community. */
function openIn(path: AreaPath): Where {
  const phase = command.in(['waiting', 'moving'])
  const buildingPath = ancestorAt(path, 'building')
  if (buildingPath === null)
    return { communityPath: ancestorAt(path, 'community'), phase, areaPath: within(path) }
  if (isGrid(path)) return { buildingPath, phase, gridPath: path }
  return { buildingPath, phase, ...(path === buildingPath ? {} : { areaPath: within(path) }) }
}

export const listInCare = action('order.listInCare', {
  load: async ({ actor }) => {
    const held = actor.roles.filter(({ role }) => caretakers.some((one) => one === role))
    const areas = held.map(({ areaPath }) => areaPath)
    return [...new Set(areas)].filter((path) => ancestorAt(path, 'community') !== null).slice(0, most.areas)
  },
  allow: (_actor, areas) => areas.length > 0,
  handle: async ({ actor, store }, areas) => {
    const found = await Promise.all(
      areas.map((path) =>
        store.orders.find(openIn(path), { orderBy: ['dueKey', 'asc'], limit: most.orders }),
      ),
    )
    const orders = new Map<string, Order>(found.flat().map((order) => [order._id, order]))
    const items = [...orders.values()]
      .filter((order) => canView(actor, order))
      .sort((a, b) => (a.dueKey < b.dueKey ? -1 : 1))
      .slice(0, most.orders)
    return { items: items.map((order) => presentOrder(actor, order)) }
  },
})
