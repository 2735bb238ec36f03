import { useQueryClient } from '@tanstack/react-query'
import { eventWords } from '@/copy/order-events'
import type { ConsentTap } from '@/domain/account/consent'
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

/** Taps on which those who act may be asked whether we may tell them of what comes next. */
const consentTaps: Readonly<Partial<Record<TapEvent, ConsentTap>>> = {
  accept: 'take',
  takeOver: 'take',
  proposeStandIn: 'standIn',
  rateVisit: 'volunteer',
  nod: 'helped',
  review: 'helped',
  reopen: 'helped',
  follow: 'helped',
  dispatch: 'desk',
  withdraw: 'desk',
  defer: 'desk',
  redirect: 'desk',
  followUp: 'desk',
  lookInto: 'desk',
  callBack: 'lead',
}

/** What can be made to happen to orders. */
export function useOrderEvents(): OrderEvents {
  const queries = useQueryClient()
  const { run, isRunning } = useCommands()
  const ask = useConsent()

  const make: OrderEvents['make'] = async (event, orderId, extra) => {
    const tap = consentTaps[event]
    if (tap) void ask(tap)
    const name = `order.${event}` as const
    const output = await run(name, { orderId, ...extra } as CallInput<typeof name>)
    if (!output) return false
    queries.setQueryData<Output<'order.get'>>(actionKey('order.get', { orderId }), output)
    if (eventWords[event].thanks) toast(eventWords[event].thanks)
    return true
  }

  return { make, isRunning }
}
