import { command } from '../../_runtime/sdk'
import { relayOutbox } from '../../order/relay-outbox'
import { workThrough, type DutyContext } from '../duty'

/** Sends the messages that are due: answers of how many orders. */
export const relayOutboxes = (context: DutyContext): Promise<number> =>
  workThrough(context, {
    collection: context.store.orders,
    due: { 'outbox.sendAt': command.lte(context.now) },
    key: 'outbox.sendAt',
    work: async (order) => {
      await relayOutbox(context.store, order, context.now, context.log)
      return true
    },
  })
