import { useQueryClient } from '@tanstack/react-query'
import type { Output } from '@/domain/contracts'
import type { OrderView } from '@/domain/order/present'
import { actionKey } from '@/features/session/keys'

/** Keeps an order seen in a list, so that its page opens at once; the page still asks how it stands now. */
export function useRememberOrder(): (order: OrderView) => void {
  const queries = useQueryClient()
  return (order) => {
    const key = actionKey('order.get', { orderId: order._id })
    queries.setQueryData<Output<'order.get'>>(key, (known) => known ?? { order }, { updatedAt: 0 })
  }
}
