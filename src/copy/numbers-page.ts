import type { Figures, Grouping, WhyLate } from '@/domain/numbers/contract'
import type { Moment } from '@/domain/order/parts'
import { minutes } from '@/domain/shared/time'
import { lengthWords } from './time'

export const groupingNames = {
  service: '按事项',
  building: '按楼栋',
  week: '按周',
} as const satisfies Record<Grouping, string>

export const periodNames = {
  thisWeek: '本周',
  lastWeek: '上周',
  thisMonth: '本月',
  quarter: '近三个月',
} as const
export type PeriodName = keyof typeof periodNames

const dayWords = (key: string): string => {
  const [, month, day] = key.split('-').map(Number)
  return `${month}月${day}日`
}
/** 11月16日到11月22日 */
export const periodWords = ({ from, to }: { from: string; to: string }): string =>
  from === to ? dayWords(from) : `${dayWords(from)}到${dayWords(to)}`

const lengthOf = (count: number): string => lengthWords(minutes(count))

/** The middle one alone. */
export const usualWords = lengthOf

/** How long something takes: the middle one, and that of nine in ten. */
export function spreadWords({ median, ninety }: Figures['toAccept']): string {
  if (median === null || ninety === null) return '还没有'
  return `通常 ${lengthOf(median)}，十单里九单不超过 ${lengthOf(ninety)}`
}

export const numbersWords = {
  notMine: '数据给社区和街道的工作人员看',
  toAccept: '多久有人接',
  toFinish: '多久办好',
  share: (part: number, whole: number) => (whole === 0 ? '' : `${Math.round((part / whole) * 100)}%`),
  stars: (stars: number | null) => (stars === null ? '—' : stars.toFixed(1)),
  starsName: '平均星级',
  usuallyTaken: (length: string) => `通常 ${length}有人接`,
  seeUnhappy: '看这些单和回访',
  reopenedHint: '重新打开的单，没办好之前不算办好。',
  total: '一共',
  empty: '这段时间没有单',
  openOrders: (count: string, name: string, where: string) => `${where}${name} ${count}，看这些单`,
  chart: (by: string, rows: string) => `图：${by}。${rows}`,
  chartRow: (name: string, arrived: number, done: number, late: number) =>
    `${name}来单 ${arrived}，办好 ${done}，晚过 ${late}`,
  chartRest: (count: number) => `图上是最多的 ${count} 项，全部在下面的表里`,
  arrived: '来单',
  done: '办好',
  late: '晚过',
  ordersEmpty: '没有这样的单',
  tooMany: '这段时间的单太多，选短一点',
} as const

export const csvWords = {
  title: '导出表格',
  hint: '每单一行，没有姓名、电话和门牌，可以用 Excel 打开。',
  start: '导出',
  fetching: (lines: number) => `正在取，已有 ${lines} 单`,
  ready: (lines: number) => `取好了，一共 ${lines} 单`,
  save: '存成文件',
  saved: '存好了',
  notSaved: '没有存成，可以再试一次',
  fileName: (from: string, to: string) => `家门口-${from}-${to}.csv`,
} as const

export const digestWords = {
  counts: {
    fresh: '新来的',
    late: '晚了的',
    waiting: '等着派',
    unrated: '等评价',
    unhappy: '评价偏低',
    unsafe: '上门不安全',
    promises: '今天要回话',
    newcomers: '新邻居等确认',
  },
  notStaff: '每日一览给社区工作者看',
  of: (areas: readonly string[]) => areas.join('、'),
  where: (areas: readonly string[]) => areas.join('、'),
  lateTitle: '晚了的单',
  lateEmpty: '没有晚了的单，都赶得上',
  callsTitle: '要打电话的人',
  callsHint: '他们收不到消息，请打个电话说一声。',
  callsEmpty: '消息都送到了，不用打电话',
  seeOrder: '看订单',
  seeOrderOf: (name: string) => `看${name}的订单`,
  called: '打过电话了',
  calledWho: (name: string) => `给${name}打过电话了`,
  calledNote: '电话里说了什么',
  toDesk: '去派单台',
  linkTitle: '今早一览',
  linkLabel: '打开今早一览',
} as const

/** What to do about a late order. */
export const nextStepWords = {
  nobodyAsked: '打开这一单，请一位去',
  noAnswer: '打个电话问问，或收回来另请别人',
  nobodyTook: '从名单里请一位，或多请几位',
  notArrived: '问问到哪里了，来不了就另请别人',
  notFinished: '问问办得怎么样，要不要人手',
  putOff: '定下日子，或者现在就派',
} as const satisfies Record<WhyLate, string>

/** What someone has to be told by phone. */
export const tellWords = {
  offered: '有一单请他去',
  accepted: '有人接单了',
  completed: '办好了，问问他办得怎么样',
  released: '这一单另请别人了',
  standInDeclined: '请的人代不了班，还是他去',
  cancelled: '这一单取消了',
  merged: '这一单和邻居的同一件事并在一起办',
  deferred: '这一单改天再办，日子在订单里',
  resumed: '先前放一放的这一单，开始办了',
  remarked: '这一单有新留言',
  hoursCorrected: '他的服务时长更正了',
  closed: '这一单结了',
  late: '这一单晚了',
  redirected: '这一单转给别的单位了',
  unhappy: '有一个低评价',
  unsafe: '有人说上门不安全',
  digest: '今早一览有要看的',
  codeExpires: '微信群的码快过期了',
  promiseDue: '答应过的事今天到期',
  newcomerWaits: '有新邻居等确认',
  vouched: '他住在这里的事有结果了',
  roleLapsed: '他提名的人没有开始担任',
  notice: '有一条公告还没看',
} as const satisfies Record<Moment, string>
/** Should a phone be of an older build than the cloud. */
export const tellAnything = '这一单有消息'

/** 晚了 3 单 · 等着派 5 单 · 要打电话 2 位 */
export function digestSentence(counts: {
  late: number
  waiting: number
  promises: number
  fresh: number
  newcomers: number
  calls: number
}): string {
  const parts: [number, string][] = [
    [counts.late, `晚了 ${counts.late} 单`],
    [counts.waiting, `等着派 ${counts.waiting} 单`],
    [counts.promises, `答应了要回话 ${counts.promises} 件`],
    [counts.fresh, `新来 ${counts.fresh} 单`],
    [counts.newcomers, `新邻居等确认 ${counts.newcomers} 位`],
    [counts.calls, `要打电话 ${counts.calls} 位`],
  ]
  return parts
    .filter(([count]) => count > 0)
    .map(([, words]) => words)
    .join(' · ')
}
