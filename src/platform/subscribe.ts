import Taro from '@tarojs/taro'
import type { Moment } from '@/domain/order/schema'
import { momentTemplates } from '@/domain/shared/templates'

/**
 * Asks whether we may tell of these moments, at most three; call it on a tap, as WeChat demands. A "no" or a
 * failure is as good as a "yes" to the caller: the order goes ahead.
 */
export async function askConsent(moments: readonly Moment[]): Promise<void> {
  try {
    const tmplIds = moments.map((moment) => momentTemplates[moment])
    await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })
  } catch {
    // Said no, or switched off for good.
  }
}
