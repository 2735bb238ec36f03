import Taro from '@tarojs/taro'
import type { Moment } from '@/domain/order/parts'
import { momentTemplates } from '@/domain/shared/templates'

/**
 * Asks whether we may tell of these moments, at most three; call it on a tap, as WeChat demands. Answers those
 * that were agreed to: a "no" or a failure is an empty list, and what was tapped goes ahead.
 */
export async function askConsent(moments: readonly Moment[]): Promise<Moment[]> {
  try {
    const tmplIds = moments.map((moment) => momentTemplates[moment])
    const answer: object = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })
    return moments.filter((moment) => Reflect.get(answer, momentTemplates[moment]) === 'accept')
  } catch {
    // Said no, or switched off for good.
    return []
  }
}
