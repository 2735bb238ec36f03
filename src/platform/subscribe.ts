import Taro from '@tarojs/taro'
import type { Moment } from '@/domain/order/parts'
import { momentTemplates } from '@/domain/shared/templates'

export interface Consent {
  agreed: Moment[]
  refused: Moment[]
}

/**
 * Asks whether we may tell of these moments, at most three; call it on a tap, as WeChat demands. A failure answers
 * nothing, and what was tapped goes ahead.
 */
export async function askConsent(moments: readonly Moment[]): Promise<Consent> {
  try {
    const tmplIds = moments.map((moment) => momentTemplates[moment])
    const answer: object = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })
    const isAgreed = (moment: Moment): boolean => Reflect.get(answer, momentTemplates[moment]) === 'accept'
    return {
      agreed: moments.filter(isAgreed),
      refused: moments.filter((moment) => !isAgreed(moment)),
    }
  } catch {
    // Switched off for good, or no network.
    return { agreed: [], refused: [] }
  }
}
