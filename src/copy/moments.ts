import dayjs from 'dayjs'
import type { Membership, Standing } from '@/domain/account/schema'
import type { Moment } from '@/domain/order/parts'

/** How an order stands, in the five characters that WeChat's `phrase` field takes. */
const phrases = {
  offered: '等你接单',
  accepted: '有人接单',
  completed: '已经完成',
  released: '重新派单',
  standInDeclined: '代不了班',
  cancelled: '已经取消',
  merged: '并单办理',
  deferred: '改天再办',
  resumed: '开始办了',
  remarked: '有新留言',
  hoursCorrected: '时长更正',
  closed: '自动结单',
  late: '还没办好',
  redirected: '已经转交',
  unhappy: '评价偏低',
  unsafe: '上门不安全',
  digest: '今日待办',
  codeExpires: '快过期了',
  promiseDue: '今天回话',
  newcomerWaits: '等你确认',
  vouched: '有结果了',
  roleLapsed: '没有开始',
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

/** What was promised, in the 20 characters that WeChat's `thing` field takes. */
export function promiseLine(words: string): string {
  const line = `您答应过：${words}`
  return line.length <= 20 ? line : `${line.slice(0, 19)}…`
}

/** What the reminder is about, in the 20 characters that WeChat's `thing` field takes. */
export const wechatCodeLine = '微信群的二维码快过期了，请换一张'

/** Who waits, to those who vouch: the leader first (level 0), then who is asked because nobody has. */
export const newcomerLine = ({ vouchLevel }: Pick<Membership, 'vouchLevel'>): string =>
  vouchLevel === 0 ? '有新邻居住进来，等您确认' : '有新邻居等久了，还没人确认'

/** What came of it, to the newcomer; and that somebody else has ended their home. */
export const vouchedLine: Readonly<Partial<Record<Standing, string>>> = {
  confirmed: '您住在这里，已经确认了',
  declined: '没能确认您住在这里，点开看原因',
  removed: '您不再是这里的住户了，点开看原因',
}
