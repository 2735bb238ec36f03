import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

/** Is there a network, as far as the phone knows? */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    (onChange) => onlineManager.subscribe(onChange),
    () => onlineManager.isOnline(),
    () => true,
  )
