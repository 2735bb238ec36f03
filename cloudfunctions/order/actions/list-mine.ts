import type { ParsedInput } from '@/domain/contracts'
import type { Phase } from '@/domain/order/status'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { presentPage } from '../present-page'

type View = ParsedInput<'order.listMine'>['view']

const phasesOf: Readonly<Record<View, readonly Phase[]>> = {
  all: ['waiting', 'later', 'moving', 'done'],
  open: ['waiting', 'later', 'moving'],
  done: ['done'],
}

export const listMine = action('order.listMine', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor, input, store }) => {
    const where = { helpedIds: actor._id, phase: command.in(phasesOf[input.view]) }
    // What is still to come stands as a diary does: tomorrow before the day after.
    const page =
      input.view === 'open'
        ? await store.orders.page(where, 'dueKey', 'asc', input)
        : await store.orders.page(where, 'createdKey', 'desc', input)
    return presentPage(actor, page)
  },
})
