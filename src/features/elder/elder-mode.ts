import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { launchedElder } from '@/platform/launch-elder'
import { keep, read } from '@/platform/storage'

const storageKey = 'elder'
/** WeChat's own type size, in px: 17 is usual; from here on someone has asked for large type. */
const largeFrom = 20

const listeners = new Set<() => void>()
let isElder: boolean | null = null

function wantsLargeType(): boolean {
  try {
    // Taro's type leaves it out.
    const { fontSizeSetting = 0 } = Taro.getAppBaseInfo() as { fontSizeSetting?: number }
    return fontSizeSetting >= largeFrom
  } catch {
    return false
  }
}

/** What was chosen on this phone, else what WeChat's own type size suggests. */
export function isElderMode(): boolean {
  if (isElder === null) {
    const chosen = read(storageKey)
    isElder = launchedElder() || (typeof chosen === 'boolean' ? chosen : wantsLargeType())
  }
  return isElder
}

export function setElderMode(next: boolean): void {
  isElder = next
  keep(storageKey, next)
  listeners.forEach((listener) => listener())
}

/** Forgets what is in memory, as when the mini program is started anew. */
export function restartElderMode(): void {
  isElder = null
  listeners.forEach((listener) => listener())
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Large type and roomier space, everywhere. */
export const useElderMode = (): boolean => useSyncExternalStore(subscribe, isElderMode, isElderMode)
