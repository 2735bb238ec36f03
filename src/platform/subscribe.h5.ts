import { localClient } from '@/cloud/local-client.h5'
import type { Moment } from '@/domain/order/schema'
import { momentTemplates } from '@/domain/shared/templates'

/** As in `subscribe.ts`: in the local street everyone says yes. */
export async function askConsent(moments: readonly Moment[]): Promise<void> {
  try {
    const client = await localClient()
    await client.consent(moments.map((moment) => momentTemplates[moment]))
  } catch {
    // The order goes ahead.
  }
}
