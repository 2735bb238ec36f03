import Taro from '@tarojs/taro'
import { QueryClient, focusManager, onlineManager } from '@tanstack/react-query'
import { AppError } from '@/domain/shared/errors'
import { watchNetwork } from '@/platform/network'

const passing = new Set(['Offline', 'Timeout', 'Internal'])

/** Another try may help: the answer was not a "no". */
export const isPassing = (error: unknown): boolean => !(error instanceof AppError) || passing.has(error.code)

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // Signals tell what changed, so what was fetched stays good until then.
      queries: {
        staleTime: 60_000,
        gcTime: 600_000,
        retry: (count, error) => count < 1 && isPassing(error),
        // Without a network a question fails and says so, rather than waiting silently; it is asked again with it.
        networkMode: 'always',
      },
      // A command goes out at once or fails at once: the person decides about another try.
      mutations: { retry: false, networkMode: 'always' },
    },
  })

/** Coming back to the mini program and coming back online both fetch what has grown stale. */
export function bindLifecycle(): void {
  focusManager.setEventListener((handleFocus) => {
    const show = (): void => handleFocus(true)
    const hide = (): void => handleFocus(false)
    Taro.onAppShow(show)
    Taro.onAppHide(hide)
    return () => {
      Taro.offAppShow(show)
      Taro.offAppHide(hide)
    }
  })
  onlineManager.setEventListener(watchNetwork)
}
