import type { Account } from '@/domain/account/schema'
import type { ParsedInput } from '@/domain/contracts'
import type { EventPayloads } from '@/domain/order/event-payloads'
import { endingOf } from '@/domain/order/policy'
import type { Order } from '@/domain/order/schema'
import { AppError } from '@/domain/shared/errors'
import type { Served } from '../../_runtime/action'
import { carryOut } from '../carry-out'
import { findOrder } from '../find-order'
import { transition } from './transition'

type Ending = 'complete' | 'checkOut'
type LeaveAction = `order.${Ending}`

/**
 * Serves the end of a visit. A phone that tells when it happened may not have known who else was there: then what it
 * says becomes the ending that is true, so that its honest time stands (see `endingOf`).
 */
export const leave = <N extends LeaveAction>(
  name: N,
  asked: Ending,
  payloadOf: (input: ParsedInput<N>) => EventPayloads[Ending],
): Served<N> =>
  transition<N, Ending>(name, asked, payloadOf, async (request, order, _event, payload) => {
    const end = (current: Order) =>
      carryOut(request, current, endingNow(request, current, asked, payload), payload)
    return end(order).catch(async (error: unknown) => {
      if (!(error instanceof AppError && error.code === 'Conflict')) throw error
      // Somebody may have come or gone at this very moment.
      return end(await findOrder(request.store, order._id))
    })
  })

/** What the same request has ended already, it ends again so. */
function endingNow(
  { actor, requestId }: { actor: Account; requestId: string },
  order: Order,
  asked: Ending,
  { happenedAt }: EventPayloads[Ending],
): Ending {
  const before = order.activity.find((line) => line.requestId === requestId && line.by === actor._id)
  if (before?.event === 'complete' || before?.event === 'checkOut') return before.event
  return happenedAt === null ? asked : endingOf(actor, asked, order)
}
