import { useQueryClient } from '@tanstack/react-query'
import { eventWords } from '@/copy/order-events'
import type { CallInput, Output } from '@/domain/contracts'
import { actionKey } from '@/features/session/keys'
import { useCommands } from '@/features/session/use-command'
import { useConsent } from '@/features/session/use-consent'
import { toast } from '@/platform/toast'
import type { TapEvent } from './next-event'

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
  const ask = useConsent()

  const make: OrderEvents['make'] = async (event, orderId, extra) => {
    // A volunteer who takes an order is told when it is taken back.
    if (event === 'accept' || event === 'takeOver') void ask(['offered', 'released', 'cancelled'])
    if (event === 'proposeStandIn') void ask(['standInDeclined'])
    const name = `order.${event}` as const
    const output = await run(name, { orderId, ...extra } as CallInput<typeof name>)
    if (!output) return false
    queries.setQueryData<Output<'order.get'>>(actionKey('order.get', { orderId }), output)
    if (eventWords[event].thanks) toast(eventWords[event].thanks)
    return true
  }

  return { make, isRunning }
}
