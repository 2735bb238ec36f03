import type { ParsedInput } from '@/domain/contracts'
import type { Phase } from '@/domain/order/status'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { presentPage } from '../present-page'

const phasesOf: Readonly<Record<ParsedInput<'order.listMine'>['view'], readonly Phase[]>> = {
  all: ['waiting', 'later', 'moving', 'done'],
  open: ['waiting', 'later', 'moving'],
  done: ['done'],
}

export const listMine = action('order.listMine', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor, input, store }) => {
    const where = { helpedIds: actor._id, phase: command.in(phasesOf[input.view]) }
    return presentPage(actor, await store.orders.page(where, 'createdKey', 'desc', input))
  },
})
