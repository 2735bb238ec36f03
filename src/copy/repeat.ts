import type { Repeat } from '@/domain/series/schema'
import { spanOfDayWords } from './time'

const weekdayNames: Readonly<Record<string, string>> = {
  MO: '周一',
  TU: '周二',
  WE: '周三',
  TH: '周四',
  FR: '周五',
  SA: '周六',
  SU: '周日',
}

/** 早上8点到上午11点, 下午2点到4点. */
export const spanWords = ({ from, to }: Repeat['span']): string => spanOfDayWords(from, to)

const part = (rule: string, name: string): string | null =>
  rule
    .split(';')
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? null

/** 每天, 每周一、周四, 每 2 周的周一, 每月 5 号. */
export function ruleWords(rule: string): string {
  const interval = Number(part(rule, 'INTERVAL') ?? '1')
  const days = (part(rule, 'BYDAY') ?? '').split(',').flatMap((day) => weekdayNames[day] ?? [])
  if (rule.startsWith('FREQ=DAILY')) return interval === 1 ? '每天' : `每 ${interval} 天`
  if (rule.startsWith('FREQ=WEEKLY')) {
    const named = days.join('、')
    if (interval > 1) return `每 ${interval} 周${named === '' ? '' : `的${named}`}`
    return named === '' ? '每周' : `每${named}`
  }
  const monthDay = part(rule, 'BYMONTHDAY')
  return `每${interval === 1 ? '' : ` ${interval} 个`}月${monthDay ? ` ${monthDay} 号` : ''}`
}

/** How often and when, in one line: 每周一、周四 早上8点半到上午11点. */
export const repeatWords = ({ rule, span }: Pick<Repeat, 'rule' | 'span'>): string =>
  `${ruleWords(rule)} ${spanWords(span)}`

export const repeatFormWords = {
  label: '以后都来',
  hint: '固定的日子，尽量请同一位志愿者来',
  every: '多久一次',
  everyNames: { day: '每天', week: '每周几', month: '每月几号' },
  weekdays: '星期几',
  weekdayNames: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  weekdayMissing: '请选星期几',
  monthDay: '几号',
  monthDayWrong: '写 1 到 31 的数',
  monthDayHint: '没有这一天的月份就不来',
  span: '几点来',
  months: '来多久',
  monthsChoice: (months: number | null) => (months === null ? '一直来' : `来 ${months} 个月`),
  rests: '节假日不来',
} as const

/** What a recurring help is told with. */
export const seriesWords = {
  placed: '排好了',
  first: (day: string, span: string) => `第一次：${day}${span}`,
  then: '接下来',
  placedHint: '每次提前两天帮您找人，谁来了会告诉您。',
  toSeries: '看固定的帮忙',
  title: '固定的帮忙',
  next: (day: string) => `下一次：${day}`,
  noNext: '后面没有安排了',
  stopped: '已经停了',
  stoppedFor: {
    noRight: '已经停了：住处或代办人变了。还要人来，请照现在的住处重新点一单，打开“以后都来”。',
    noService: '已经停了：社区不再办这一项了。',
  },
  who: (name: string, hasAgreed: boolean) => (hasAgreed ? `${name}每次都来` : `${name}来，每次先问一声`),
  whose: (name: string, areaName: string) => `${name} · ${areaName}`,
  whoComes: '谁来',
  whoHint: '从下一次起。已经排好的那几次不变。',
  anyone: '谁有空谁来',
  noHelpers: '眼下没有别的志愿者能来',
  choose: '就这样定',
  changed: '换好了，下一次起',
  deskEmpty: '社区里还没有固定的帮忙。居民点单时打开“以后都来”，就会在这里。',
  nobody: '还没定谁来',
  skip: '这次不用来',
  skipConsequence: (day: string) => `${day}没有人来，已经排的那一单会取消。后面照常。`,
  skipped: '好的，这次不来',
  stop: '停掉',
  stopConsequence: '以后都不再来了，已经排好、还没开始的也取消。要帮忙时可以再点一单。',
  stopDone: '停掉了',
  empty: '还没有固定的帮忙。点单时打开“以后都来”就有。',
} as const

/** Why the clock stopped one, for the trail. */
export const seriesOverNote = '住处或代办人变了，固定的帮忙停了'

/** To whoever asked, and the desk, in the 20 characters that WeChat's `thing` field takes. */
export function seriesOverLine(serviceName: string): string {
  const line = `固定的${serviceName}停了`
  return line.length <= 20 ? line : `${line.slice(0, 19)}…`
}
