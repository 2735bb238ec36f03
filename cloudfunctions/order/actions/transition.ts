import type { ActionName, Output, ParsedInput } from '@/domain/contracts'
import type { EventPayloads } from '@/domain/order/event-payloads'
import { couldEver } from '@/domain/order/policy'
import { mediaOf, type Media } from '@/domain/media/schema'
import type { Order } from '@/domain/order/schema'
import type { OrderEvent } from '@/domain/order/status'
import type { Account } from '@/domain/account/schema'
import type { Call, Served } from '../../_runtime/action'
import { checkLater } from '../../_runtime/check-later'
import { checkText } from '../../_runtime/safety'
import { action } from '../../_runtime/serve'
import { carryOut } from '../carry-out'
import { findOrder } from '../find-order'

/** The actions that are an event of one order and nothing else: they take its id and answer with the order. */
type EventAction = Extract<ActionName, `order.${OrderEvent}`>

/** Makes an event happen, once its words may be read. */
type Carry<E extends OrderEvent> = typeof carryOut<E>

/**
 * Serves an event: `payloadOf` picks from the input what the event needs (see `EventPayloads`); `carry` where
 * another may have to happen instead.
 */
export const transition = <N extends EventAction, E extends OrderEvent>(
  name: N,
  event: E,
  payloadOf: (input: ParsedInput<N>) => EventPayloads[E],
  carry: Carry<E> = carryOut,
): Served<N> =>
  action<N, Order, Order>(name, {
    fetch: ({ store, input }) => findOrder(store, input.orderId),
    load: async (_call, order) => order,
    allow: (actor, order) => couldEver(actor as Account, event, order),
    handle: async (call, order) => {
      const payload = payloadOf(call.input)
      const words = wordsOf(payload)
      if (words) await checkText(words, call.openid, call.log)
      const { _id: byUserId } = call.actor as Account
      const of = { kind: 'order', id: order._id } as const
      const [answer] = await Promise.all([
        carry(call as Call<EventAction>, order, event, payload),
        checkLater(call.store, { of, files: filesOf(payload), byUserId, now: call.now }),
      ])
      return answer as Output<N>
    },
  })

/** What someone wrote in an event, for others to read. */
function wordsOf(payload: object): string {
  const { note, words, thanks, finding } = payload as Record<string, string | undefined>
  return [note, words, thanks, finding].filter((part) => part).join('\n')
}

/** The pictures and the voice of an event. */
const filesOf = (payload: object): Media[] => mediaOf(payload as Parameters<typeof mediaOf>[0])
