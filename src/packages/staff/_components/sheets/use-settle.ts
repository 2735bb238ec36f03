import { useOrderEvents, type OrderEvents } from '@/features/order/use-order-event'

/** Makes an event happen and closes the sheet once it has. */
export function useSettle(onClose: () => void): OrderEvents {
  const { make, isRunning } = useOrderEvents()
  return {
    isRunning,
    make: async (event, orderId, extra) => {
      const isDone = await make(event, orderId, extra)
      if (isDone) onClose()
      return isDone
    },
  }
}
