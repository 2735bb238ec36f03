import { momentWords, nearDayWords } from '@/copy/time'
import { timeOfDay } from '@/domain/shared/calendar'
import type { Timestamp } from '@/domain/shared/time'

interface Area {
  readonly areaName: string
}

/** 幸福里小区 4栋、5栋等 12 处: where a notice goes. */
const areasWords = (areas: readonly Area[]): string => {
  const named = areas.slice(0, 3).map(({ areaName }) => areaName)
  return areas.length > 3 ? `${named.join('、')}等 ${areas.length} 处` : named.join('、')
}

/** 今天晚上 is said 今晚. */
const evening = (day: string): string =>
  day === '今天' || day === '明天' ? `${day.slice(0, 1)}晚` : `${day}晚上`

/** Until when something holds: the end of a day is twelve at night, not the first minute of the next. */
export const untilWords = (at: Timestamp, now: Timestamp): string =>
  timeOfDay(at) === 0 ? `${evening(nearDayWords(at - 1, now))}12点` : momentWords(at, now)

export const notice = {
  tag: '公告',
  urgentTag: '紧急公告',
  boardTitle: '公告栏',
  current: '现在有效',
  all: '全部',
  listEmpty: '还没有公告',
  currentEmpty: '现在没有要看的公告',
  seeAll: '看以前的',
  unreadMark: '没看过',
  gotIt: '我知道了',
  isRead: '已看过',
  unreadBar: (title: string) => `新公告：${title}`,
  urgentBar: (title: string) => `紧急：${title}`,
  expired: (at: Timestamp, now: Timestamp) => `${untilWords(at, now)}就过期了`,
  holdsUntil: (at: Timestamp, now: Timestamp) => `${untilWords(at, now)}前有效`,
  scheduled: (at: Timestamp, now: Timestamp) => `还没发，${momentWords(at, now)}自己发出去`,
  withdrawn: (by: string, reason: string) => `${by}撤回了：${reason}`,
  areas: areasWords,
  by: (author: string, areas: readonly Area[]) => `${author} · ${areasWords(areas)}`,
  open: (title: string, isRead: boolean) => (isRead ? title : `没看过：${title}`),
  seeWhole: '看全文',
  photosRefused: (count: number) => `有${count === 1 ? '一' : count}张照片没通过微信的检查，已经拿掉了`,

  /** How far it has come, for those who keep it. */
  reachTitle: '看到哪儿了',
  reach: (read: number, households: number) => `${households} 户里 ${read} 户看过`,
  reachPeople: (read: number, residents: number) => `${residents} 位居民，${read} 位点了「我知道了」`,
  whoHasNot: '谁还没看',
  unreadTitle: (households: number) => (households === 0 ? '都看过了' : `${households} 户还没人看`),
  unreadHint: '年纪大的邻居，上门说一声更稳当',
  unreadEmpty: '大家都看过了，省心',
  needsCare: '要上门看看',
  remind: '提醒一下',
  remindCheck: '再提醒一次吗',
  remindWho: (households: number) =>
    households === 0
      ? '家家都看过了，不用再提醒。'
      : `会提醒还没人看的 ${households} 户：愿意收消息的，手机上会收到一条；公告也会在群里再出现一次。看过的人不会再收到消息。`,
  remindAgainAt: (at: Timestamp, now: Timestamp) => `刚提醒过，${momentWords(at, now)}以后可以再提醒`,
  reminded: '提醒过了',
  visitsAt: (at: Timestamp, now: Timestamp) => `${momentWords(at, now)}还没看的老人，会请楼长上门`,
  withdraw: '撤回',
  withdrawCheck: '撤回这条公告吗',
  withdrawWhat: '大家会看到「已撤回」和原因，内容不再提醒任何人。已经看过的人，请在群里再说一声。',
  withdrawReasons: ['时间写错了', '内容有误', '事情取消了', '发错楼了'],
  withdrawWords: '或者自己写一句',
  withdrew: '撤回了',
} as const
