import { localClient } from '@/cloud/local-client.h5'
import type { Moment } from '@/domain/order/parts'
import { momentTemplates } from '@/domain/shared/templates'

/** As in `subscribe.ts`: in the local street everyone says yes. */
export async function askConsent(moments: readonly Moment[]): Promise<Moment[]> {
  try {
    const client = await localClient()
    const answer = await client.consent(moments.map((moment) => momentTemplates[moment]))
    return moments.filter((moment) => answer[momentTemplates[moment]] === 'accept')
  } catch {
    // What was tapped goes ahead.
    return []
  }
}
