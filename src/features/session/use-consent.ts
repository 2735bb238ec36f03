import { momentsToAsk, type ConsentTap } from '@/domain/account/consent'
import { dayKey } from '@/domain/shared/calendar'
import { keep, read } from '@/platform/storage'
import { askConsent } from '@/platform/subscribe'
import { useCommand } from './use-command'
import { useSession } from './use-session'

const refusedKey = 'refused-consents'

/** What was said no to today. */
function refusedToday(day: string): string[] {
  const kept = read(refusedKey) as { day?: unknown; moments?: unknown } | null
  return kept?.day === day && Array.isArray(kept.moments) ? kept.moments.map(String) : []
}

/**
 * Asks, on a tap, to be allowed to tell of what comes of it (see `account/consent.ts`), and notes what was agreed to;
 * nothing is asked of which enough messages are left. Nobody waits for it.
 */
export function useConsent(): (tap: ConsentTap) => Promise<void> {
  const left = useSession().account?.consents ?? {}
  const consent = useCommand('account.consent', { isSilent: true })
  return async (tap) => {
    const day = dayKey(Date.now())
    const before = refusedToday(day)
    const asked = momentsToAsk(tap, left, before)
    if (asked.length === 0) return
    const { agreed, refused } = await askConsent(asked)
    if (refused.length > 0) keep(refusedKey, { day, moments: [...before, ...refused] })
    if (agreed.length > 0) await consent.run({ moments: agreed })
  }
}
