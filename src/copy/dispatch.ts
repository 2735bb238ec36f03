import { rankReasonWords } from '@/copy/order'
import type { RankReason } from '@/domain/order/rank'
import type { Phase } from '@/domain/order/schema'
import type { Service } from '@/domain/order/services'

export const dispatch = {
  waiting: '待派单',
  moving: '在路上',
  late: '晚了',
  notStaff: '派单台由社区工作者打开',
  arrived: (count: number, deed: string) =>
    count === 1 ? `来了一单：${deed}` : `来了 ${count} 单，最新的是${deed}`,
  chooseOne: '点一单，在这里看',
  helpers: '请谁去',
  helpersEmpty: '这一带还没有志愿者',
  helpersEmptyHint: '放到大厅，附近的志愿者都能看到',
  open: (count: number) => (count === 0 ? '手上没有单' : `手上 ${count} 单`),
  give: '派出去',
  giveTo: (name: string) => `派给${name}`,
  giveCheck: (name: string, deed: string) => `会马上通知${name}${deed}。两小时没回话，这一单会自动回到这里。`,
  giveHint: '会马上通知到人。两小时没回话，这一单会自动回到这里。',
  toHall: '放到大厅',
  hallHint: '这一带的志愿者都会看到，谁先接谁去。半天没人接，会自动回到这里。',
  transfer: '转单',
  transferTitle: '为什么转单',
  transferCheck: '这一单会回到派单台，再请别人。原来的志愿者会收到通知。',
  transferReasons: ['原来那位去不了', '换一位更近的', '居民想换人', '等得太久'],
  cancel: '取消',
  cancelTitle: '为什么取消',
  cancelCheck: '取消后没有人会来，居民会看到原因。',
  cancelReasons: ['居民说不用了', '重复点的单', '要找专业单位', '联系不上居民'],
  reasonWords: '想多说一句（可以不写）',
  anyone: '志愿者',
  keys: '按 J、K 上下走，按回车派给第一位',
  waitsFor: (name: string) => `在等${name}回话`,
  goesBack: (left: string) => `${left}后没回话就收回`,
} as const

export const phaseNames = {
  waiting: '待派单',
  moving: '在路上',
  done: '办完的',
} as const satisfies Record<Phase, string>

export const phaseEmpty = {
  waiting: '都派出去了，喝口水吧',
  moving: '路上没有单',
  done: '还没有办完的单',
} as const satisfies Record<Phase, string>

/** What someone is good at, told of a person. */
export const skillWords = {
  gasAlarm: '会看燃气',
  hospital: '会陪就医',
  phoneHelp: '会教手机',
  repair: '会修东西',
  shopping: '常帮人买东西',
  visit: '常去看老人',
  carry: '有力气',
  other: '什么都肯帮',
} as const satisfies Record<Service, string>

/** Why someone is suggested, in plain words: 会看燃气 · 住同一栋 · 手上没有单. */
export const reasonWords = (reasons: readonly RankReason[], service: Service): string =>
  reasons.map((reason) => (reason === 'skilled' ? skillWords[service] : rankReasonWords[reason])).join(' · ')
