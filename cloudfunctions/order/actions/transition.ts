import type { ActionName, Output, ParsedInput } from '@/domain/contracts'
import type { EventPayloads } from '@/domain/order/effects'
import { couldEver } from '@/domain/order/policy'
import type { OrderEvent } from '@/domain/order/schema'
import type { Account } from '@/domain/account/schema'
import type { Call, Served } from '../../_runtime/action'
import { action } from '../../_runtime/serve'
import { carryOut } from '../carry-out'
import { findOrder } from '../find-order'

/** The actions that are an event of one order and nothing else: they take its id and answer with the order. */
type EventAction = Extract<ActionName, `order.${OrderEvent}`>

/** Serves an event: `payloadOf` picks from the input what the event needs (see `EventPayloads`). */
export const transition = <N extends EventAction, E extends OrderEvent>(
  name: N,
  event: E,
  payloadOf: (input: ParsedInput<N>) => EventPayloads[E],
): Served<N> =>
  action<N, Awaited<ReturnType<typeof findOrder>>>(name, {
    load: ({ store, input }) => findOrder(store, input.orderId),
    allow: (actor, order) => couldEver(actor as Account, event, order),
    handle: (call, order) =>
      carryOut(call as Call<EventAction>, order, event, payloadOf(call.input)) as Promise<Output<N>>,
  })
