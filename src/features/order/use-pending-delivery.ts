import { focusManager, onlineManager, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { deliverEvents } from './deliver-events'
import { usePendingEvents } from './pending-events'

/** A network that is there by name only is tried again this often. */
const pause = 30_000

/**
 * Sends what was kept on this phone: at the start, when the network or the person comes back, and every now and then
 * while something waits. Once for the whole app.
 */
export function usePendingDelivery(): void {
  const queries = useQueryClient()
  const isWaiting = usePendingEvents().some(({ state }) => state === 'kept')
  useEffect(() => {
    const deliver = (): void => void deliverEvents(queries)
    deliver()
    const stops = [
      onlineManager.subscribe((isOnline) => isOnline && deliver()),
      focusManager.subscribe((isFocused) => isFocused && deliver()),
    ]
    return () => stops.forEach((stop) => stop())
  }, [queries])
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => void deliverEvents(queries), pause)
    return () => clearInterval(timer)
  }, [queries, isWaiting])
}
