import type { Drill, WhyLate } from '@/domain/numbers/contract'
import type { DeskCounts } from '@/domain/numbers/digest'
import { hours, type Timestamp } from '@/domain/shared/time'

/** What each number is called. */
export const figureNames = {
  arrived: '来单',
  accepted: '有人接过',
  waiting: '待派单',
  moving: '在路上',
  done: '办好',
  cancelled: '没上门就结了',
  late: '晚过',
  reopened: '重新打开',
  rated: '有评价',
  unhappy: '评价偏低',
} as const satisfies Record<Drill, string>

/** Why an open order is late, told to staff. */
export const whyLateWords = {
  nobodyAsked: '还没有派给人',
  noAnswer: '派了，还没回话',
  nobodyTook: '没有人接',
  notArrived: '接了单，人没到',
  notFinished: '到了，还没办好',
  putOff: '延后到期，还没再派',
} as const satisfies Record<WhyLate, string>

/** Its Monday: 11月16日那周 */
export function weekName(monday: string): string {
  const [, month, date] = monday.split('-').map(Number)
  return `${month}月${date}日那周`
}

/** The columns of the export, in their order; nothing that says who or which door. */
export const csvColumns = [
  'orderId',
  'createdAt',
  'service',
  'place',
  'urgent',
  'status',
  'dueAt',
  'completedAt',
  'minutesToAccept',
  'minutesToFinish',
  'lateness',
  'reopened',
  'people',
  'servedMinutes',
  'stars',
] as const

export const csvHeader = {
  orderId: '单号',
  createdAt: '点单时间',
  service: '事项',
  place: '地点',
  urgent: '着急',
  status: '状态',
  dueAt: '期限',
  completedAt: '办好时间',
  minutesToAccept: '多久有人接（分钟）',
  minutesToFinish: '多久办好（分钟）',
  lateness: '晚到哪一级',
  reopened: '重新打开次数',
  people: '志愿者人数',
  servedMinutes: '服务时长（分钟）',
  stars: '评分',
} as const satisfies Record<(typeof csvColumns)[number], string>

export const yesWord = '是'

/** A moment as a spreadsheet reads it: 2026-11-22 15:00, in China's one time zone. */
export const csvMoment = (at: Timestamp): string =>
  new Date(at + hours(8)).toISOString().slice(0, 16).replace('T', ' ')

/** The morning's digest in the twenty characters of WeChat's `thing`: 晚3 待派5 新12 低评1 */
export function digestLine(
  { late, waiting, promises, fresh, unhappy, unsafe, newcomers }: DeskCounts,
  calls: number,
): string {
  const parts: [string, number][] = [
    ['不安全', unsafe],
    ['晚', late],
    ['待派', waiting],
    ['回话', promises],
    ['新', fresh],
    ['新邻居', newcomers],
    ['低评', unhappy],
    ['要打电话', calls],
  ]
  return parts
    .filter(([, count]) => count > 0)
    .reduce((line, [word, count]) => {
      const longer = `${line} ${word}${count > 99 ? '99+' : count}`.trim()
      return longer.length <= 20 ? longer : line
    }, '')
}
