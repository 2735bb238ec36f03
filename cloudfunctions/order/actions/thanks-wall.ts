import { canReadGroup } from '@/domain/chat/policy'
import { presentThanks } from '@/domain/order/wall'
import { action } from '../../_runtime/serve'

export const thanksWall = action('order.thanksWall', {
  load: async () => null,
  allow: (actor, _nothing, { groupPath }) => canReadGroup(actor, groupPath),
  handle: async ({ actor, input, store }) => {
    const where = { buildingPath: input.groupPath, wallMonth: input.month }
    const { items, nextCursor } = await store.orders.page(where, 'createdKey', 'desc', input)
    return { items: items.flatMap((order) => presentThanks(actor, order) ?? []), nextCursor }
  },
})
