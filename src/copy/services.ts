import type { Service } from '@/domain/order/services'

/** What can be asked for, as on the tiles. */
export const serviceNames = {
  gasAlarm: '燃气报警',
  hospital: '陪同就医',
  phoneHelp: '手机帮忙',
  repair: '小修小补',
  shopping: '代买代取',
  visit: '上门探望',
  carry: '搬搬抬抬',
  other: '别的事',
} as const satisfies Record<Service, string>

/** A sentence to begin with, as someone would say it. */
export const serviceExamples = {
  gasAlarm: '家里的燃气报警器灯不亮了，想请人来看看',
  hospital: '要去医院复查，想请人陪着走一趟',
  phoneHelp: '手机上的养老认证不会弄，想请人教一教',
  repair: '水龙头一直滴水，想请人来修一修',
  shopping: '腿脚不方便，想请人帮忙买点菜',
  visit: '老人一个人在家，想请人去看看',
  carry: '有个柜子搬不动，想请人搭把手',
  other: '想请人帮个忙',
} as const satisfies Record<Service, string>

/** What one volunteer comes to do, inside a sentence: 请一位志愿者来看燃气报警器. */
export const serviceDeeds = {
  gasAlarm: '来看燃气报警器',
  hospital: '陪着去医院',
  phoneHelp: '来教手机',
  repair: '来修一修',
  shopping: '帮忙买东西',
  visit: '上门看望',
  carry: '来搭把手',
  other: '来帮个忙',
} as const satisfies Record<Service, string>
