import { localClient } from '@/cloud/local-client.h5'
import type { Moment } from '@/domain/order/parts'
import { momentTemplates } from '@/domain/shared/templates'
import type { Consent } from './subscribe'

/** As in `subscribe.ts`: in the local street everyone says yes. */
export async function askConsent(moments: readonly Moment[]): Promise<Consent> {
  try {
    const client = await localClient()
    const answer = await client.consent(moments.map((moment) => momentTemplates[moment]))
    return {
      agreed: moments.filter((moment) => answer[momentTemplates[moment]] === 'accept'),
      refused: moments.filter((moment) => answer[momentTemplates[moment]] !== 'accept'),
    }
  } catch {
    // What was tapped goes ahead.
    return { agreed: [], refused: [] }
  }
}
