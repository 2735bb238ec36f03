import dayjs from 'dayjs'
import type { Moment } from '@/domain/order/parts'

/** How an order stands, in the five characters that WeChat's `phrase` field takes. */
const phrases = {
  offered: '等你接单',
  accepted: '有人接单',
  completed: '已经完成',
  released: '重新派单',
  standInDeclined: '代不了班',
  cancelled: '已经取消',
  closed: '自动结单',
  late: '还没办好',
  redirected: '已经转交',
  unhappy: '评价偏低',
  digest: '今日待办',
  codeExpires: '快过期了',
  notice: '请看公告',
} as const satisfies Record<Moment, string>

/** China has one time zone, without summer time. */
const chinaOffsetMinutes = 480

/**
 * The fields of a subscription message. WeChat bounds them: `thing` 20 characters, `phrase` 5 Chinese ones, `time` as 2026年11月22日 15:00.
 * @see https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 */
export const messageData = (moment: Moment, what: string, at: number): Record<string, { value: string }> => ({
  thing1: { value: what },
  phrase2: { value: phrases[moment] },
  time3: {
    value: dayjs(at + (chinaOffsetMinutes + new Date(at).getTimezoneOffset()) * 60_000).format(
      'YYYY年M月D日 HH:mm',
    ),
  },
})

/** What the reminder is about, in the 20 characters that WeChat's `thing` field takes. */
export const wechatCodeLine = '微信群的二维码快过期了，请换一张'
