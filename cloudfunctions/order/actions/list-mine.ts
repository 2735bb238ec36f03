import type { ParsedInput } from '@/domain/contracts'
import type { Order } from '@/domain/order/schema'
import { orderStatuses, phaseOf, type OrderStatus, type Phase } from '@/domain/order/status'
import { joinedPages, type Page } from '@/domain/shared/paging'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { presentPage } from '../present-page'

type View = ParsedInput<'order.listMine'>['view']

const phasesOf: Readonly<Record<View, readonly Phase[]>> = {
  all: ['waiting', 'later', 'moving', 'done'],
  open: ['waiting', 'later', 'moving'],
  done: ['done'],
}

/** What those who act for somebody have still to do: what is open, or to be rated. */
const forProxies: readonly OrderStatus[] = orderStatuses.filter(
  (status) => phaseOf[status] !== 'done' || status === 'completed',
)

export const listMine = action('order.listMine', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor, input, store }) => {
    const { _id, chargeIds } = actor
    const phase = command.in(phasesOf[input.view])
    // What is still to come stands as a diary does: tomorrow before the day after.
    if (input.view === 'open') {
      const whose = chargeIds.length > 0 ? command.in([_id, ...chargeIds]) : _id
      return presentPage(actor, await store.orders.page({ helpedIds: whose, phase }, 'dueKey', 'asc', input))
    }
    const newest = (where: object): Promise<Page<Order>> =>
      store.orders.page({ ...where, phase }, 'createdKey', 'desc', input)
    // Those for whom they act cannot ask for their orders themselves; what was done for them before stays theirs.
    const ofCharges = { helpedIds: command.in(chargeIds), status: command.in(forProxies) }
    const pages = await Promise.all([
      newest({ helpedIds: _id }),
      ...(chargeIds.length > 0 ? [newest(ofCharges)] : []),
    ])
    return presentPage(actor, joinedPages(pages, 'createdKey', input.limit))
  },
})
