import type { Moment } from '@/domain/order/parts'
import { askConsent } from '@/platform/subscribe'
import { useCommand } from './use-command'

/** Asks, on a tap, to be allowed to tell of these moments, and notes what was agreed to. Nobody waits for it. */
export function useConsent(): (moments: readonly Moment[]) => Promise<void> {
  const consent = useCommand('account.consent', { isSilent: true })
  return async (asked) => {
    const moments = await askConsent(asked)
    if (moments.length > 0) await consent.run({ moments })
  }
}
