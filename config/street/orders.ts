import type { Account } from '@/domain/account/schema'
import type { Order } from '@/domain/order/schema'
import { startOfDay } from '@/domain/shared/calendar'
import { days, hours, minutes, type Timestamp } from '@/domain/shared/time'
import { offerTo, placed, then, walk } from './walk'

type Find = (id: string) => Account

/** What the desk has on the day that the curtain rises: something of each kind, and no more than fits a screen. */
export const ordersOf = (find: Find, now: Timestamp): Order[] => [
  ...doneOrders(find, now),
  ...waitingOrders(find, now),
  ...movingOrders(find, now),
]

/** Three that went well or not so well; the last one waits for somebody to ask after it. */
function doneOrders(find: Find, now: Timestamp): Order[] {
  const staff = find('liuyang')
  const hospital = {
    id: 'order-hospital',
    by: find('lilaitai'),
    serviceId: 'hospital',
    text: '去市一医院拿降压药，想有人陪着。',
    placedAt: now - days(6),
  }
  const phone = {
    id: 'order-phone',
    by: find('zhangye'),
    serviceId: 'phoneHelp',
    text: '手机上的养老认证不会弄。',
    placedAt: now - days(3),
  }
  const sofa = {
    id: 'order-sofa',
    by: find('xiaowu'),
    serviceId: 'carry',
    text: '沙发要搬到十一楼。',
    placedAt: now - days(2),
  }
  const thanks = {
    stars: 5,
    words: '路上都扶着我，谢谢老王。',
    thanks: '老王，你是个热心人',
    onWall: true,
  } as const
  const patient = {
    stars: 5,
    words: '一步一步教，现在会了。',
    thanks: '小陈有耐心，像自家孩子',
    onWall: true,
  } as const
  return [
    walk(hospital, staff, find('wangshu'), { ...thanks, tags: ['kind', 'patient'] }),
    walk(phone, staff, find('chenhao'), { ...patient, tags: ['patient'] }),
    walk(sofa, staff, find('sunjie'), { stars: 2, words: '沙发角磕坏了一块，也没人说一声。' }),
  ]
}

/** Two for the plan, and one put off until its part is there. */
function waitingOrders(find: Find, now: Timestamp): Order[] {
  const lock = {
    id: 'order-lock',
    by: find('hejie'),
    serviceId: 'repair',
    text: '阳台门的锁芯要换，等配件。',
    placedAt: now - hours(26),
  }
  const until = startOfDay(now) + days(3) + hours(9)
  return [
    placed({
      id: 'order-tap',
      by: find('xiaowu'),
      serviceId: 'repair',
      text: '厨房水龙头一直滴水，关不紧。',
      placedAt: now - minutes(12),
    }),
    placed({
      id: 'order-form',
      by: find('zhangye'),
      serviceId: 'paperwork',
      text: '老年卡的表要在手机上填，字太小看不清。',
      placedAt: now - minutes(40),
    }),
    then(placed(lock), 'defer', { until, note: '锁芯三天后到' }, find('liuyang'), 30),
  ]
}

/** One in the hall, one for somebody's mother, and a patrol that still wants three (L5). */
function movingOrders(find: Find, now: Timestamp): Order[] {
  const staff = find('liuyang')
  const books = placed({
    id: 'order-books',
    by: find('hejie'),
    serviceId: 'carry',
    text: '一箱旧书要搬到楼下，腰不好，搬不动。',
    placedAt: now - minutes(25),
  })
  const haircut = placed({
    id: 'order-haircut',
    by: find('hejie'),
    serviceId: 'haircut',
    text: '妈妈八十三了，下不了楼，想请人上门理个发。',
    placedAt: now - hours(5),
    more: {
      beneficiary: {
        kind: 'other',
        name: '何奶奶',
        relation: 'family',
        userId: null,
        consent: 'present',
      },
    },
  })
  const evening = startOfDay(now) + days(1) + hours(18)
  const patrol = placed({
    id: 'order-patrol',
    by: find('zhoumin'),
    serviceId: 'other',
    text: '河边安全巡查，提醒孩子别下水，要五位年轻人。',
    placedAt: now - minutes(50),
    more: { people: 5, window: { from: evening, to: evening + hours(2) } },
  })
  const toHall = { offer: { kind: 'hall' } } as const
  const called = then(patrol, 'dispatch', toHall, staff, 5)
  const asked = then(haircut, 'dispatch', { offer: offerTo(find('xiaoma')) }, staff, 20)
  return [
    then(books, 'dispatch', toHall, staff, 5),
    then(asked, 'accept', {}, find('xiaoma'), 30),
    then(then(called, 'accept', {}, find('chenhao'), 12), 'accept', {}, find('liting'), 31),
  ]
}
