import { useQueryClient } from '@tanstack/react-query'
import { eventThanks } from '@/copy/order'
import type { CallInput, Output } from '@/domain/contracts'
import type { OrderEvent } from '@/domain/order/schema'
import { actionKey } from '@/features/session/keys'
import { useCommands } from '@/features/session/use-command'
import { askConsent } from '@/platform/subscribe'
import { toast } from '@/platform/toast'

/** The events that someone's tap makes happen. */
export type TapEvent = Exclude<OrderEvent, 'lapse' | 'expire'>

type ExtraInput<E extends TapEvent> = Omit<CallInput<`order.${E}`>, 'orderId'>

export interface OrderEvents {
  /** Makes it happen; true once it has, and then every page shows the order as it stands. */
  make: <E extends TapEvent>(event: E, orderId: string, extra: ExtraInput<E>) => Promise<boolean>
  isRunning: boolean
}

/** What can be made to happen to orders. */
export function useOrderEvents(): OrderEvents {
  const queries = useQueryClient()
  const { run, isRunning } = useCommands()

  const make: OrderEvents['make'] = async (event, orderId, extra) => {
    // A volunteer who takes an order is told when it is taken back.
    if (event === 'accept') void askConsent(['offered', 'released'])
    const name = `order.${event}` as const
    const output = await run(name, { orderId, ...extra } as CallInput<typeof name>)
    if (!output) return false
    queries.setQueryData<Output<'order.get'>>(actionKey('order.get', { orderId }), output)
    if (eventThanks[event]) toast(eventThanks[event])
    return true
  }

  return { make, isRunning }
}
