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
    // Those for whom they act cannot ask for their orders themselves, or have asked them to look after it.
    const whose = actor.chargeIds.length > 0 ? command.in([actor._id, ...actor.chargeIds]) : actor._id
    const where = { helpedIds: whose, phase: command.in(phasesOf[input.view]) }
    // What is still to come stands as a diary does: tomorrow before the day after.
    const page =
      input.view === 'open'
        ? await store.orders.page(where, 'dueKey', 'asc', input)
        : await store.orders.page(where, 'createdKey', 'desc', input)
    return presentPage(actor, page)
  },
})
