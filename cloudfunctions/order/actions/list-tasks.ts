import type { ParsedInput } from '@/domain/contracts'
import { presentOrder } from '@/domain/order/present'
import type { Where } from '../../_runtime/collection'
import { action } from '../../_runtime/serve'

type View = ParsedInput<'order.listTasks'>['view']

const conditions: Readonly<Record<View, (userId: string) => Where>> = {
  offered: (userId) => ({ offeredIds: userId }),
  standIn: (userId) => ({ standInIds: userId, phase: 'moving' }),
  active: (userId) => ({ takerIds: userId, phase: 'moving' }),
  done: (userId) => ({ takerIds: userId, phase: 'done' }),
}

export const listTasks = action('order.listTasks', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor, input, store }) => {
    const where = conditions[input.view](actor._id)
    const { items, nextCursor } = await store.orders.page(where, 'createdKey', 'desc', input)
    return { items: items.map((order) => presentOrder(actor, order)), nextCursor }
  },
})
