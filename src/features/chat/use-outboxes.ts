import { focusManager, onlineManager, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { waitingGroups } from './drafts'
import { queueOf } from './outbox'

/** A network that is there by name only is tried again this often. */
const pause = 30_000

/**
 * Sends what was said in chats that are not open: at the start, when the network or the person comes back, and every
 * now and then. Once for the whole app.
 */
export function useOutboxes(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const wake = (): void => {
      if (onlineManager.isOnline()) waitingGroups().forEach((groupPath) => queueOf(queries, groupPath).wake())
    }
    wake()
    const stops = [onlineManager.subscribe(wake), focusManager.subscribe((isFocused) => isFocused && wake())]
    const timer = setInterval(wake, pause)
    return () => {
      clearInterval(timer)
      stops.forEach((stop) => stop())
    }
  }, [queries])
}
