import dayjs, { type Dayjs } from 'dayjs'
import { startOf } from '@/domain/shared/day-keys'
import { days, hours, minutes, type Timestamp } from '@/domain/shared/time'

/** China has one time zone, without summer time; the phone's own clock may be set to another. */
const chinaOffset = minutes(480)
const inChina = (at: Timestamp): Dayjs => dayjs(at + chinaOffset + minutes(new Date(at).getTimezoneOffset()))
const fromChina = (time: Dayjs): Timestamp => {
  const shifted = time.valueOf()
  return shifted - chinaOffset - minutes(new Date(shifted).getTimezoneOffset())
}

const parts: readonly (readonly [before: number, words: string])[] = [
  [5, '凌晨'],
  [9, '早上'],
  [12, '上午'],
  [13, '中午'],
  [18, '下午'],
  [24, '晚上'],
]
const partOf = (hour: number): string => parts.find(([before]) => hour < before)?.[1] ?? ''

function clockOf(time: Dayjs): string {
  const hour = time.hour() > 12 ? time.hour() - 12 : time.hour()
  const minute = time.minute()
  if (minute === 0) return `${hour}点`
  if (minute === 30) return `${hour}点半`
  return `${hour}点${String(minute).padStart(2, '0')}分`
}

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']
const nearDays = new Map([
  [-2, '前天'],
  [-1, '昨天'],
  [0, '今天'],
  [1, '明天'],
  [2, '后天'],
])
/** 明天早上 is said 明早, 今天晚上 今晚. */
const shortened = new Map([
  ['今天早上', '今早'],
  ['今天晚上', '今晚'],
  ['明天早上', '明早'],
  ['明天晚上', '明晚'],
  ['昨天晚上', '昨晚'],
])

function dayOf(time: Dayjs, today: Dayjs): string {
  const apart = time.startOf('day').diff(today.startOf('day'), 'day')
  const near = nearDays.get(apart)
  if (near) return near
  if (apart > 0 && apart < 7) return weekdays[time.day()] ?? ''
  return time.year() === today.year() ? time.format('M月D日') : time.format('YYYY年M月D日')
}

const joined = (day: string, part: string): string => shortened.get(day + part) ?? day + part

/** A moment as people say it: 今天下午3点, 明早9点, 周五上午10点, 3月8日晚上7点半. */
export function momentWords(at: Timestamp, now: Timestamp): string {
  const time = inChina(at)
  return joined(dayOf(time, inChina(now)), partOf(time.hour())) + clockOf(time)
}

/** A moment in two short lines, where there is little room: 今天, 13:09. */
export function shortMoment(at: Timestamp, now: Timestamp): { day: string; clock: string } {
  const time = inChina(at)
  return { day: dayOf(time, inChina(now)), clock: time.format('HH:mm') }
}

/** A day as people say it: 今天, 后天, 周五, 3月8日. */
export const nearDayWords = (at: Timestamp, now: Timestamp): string => dayOf(inChina(at), inChina(now))

/** An hour of any day, from minutes since midnight: 早上8点半, 下午2点. */
export function timeOfDayWords(minute: number): string {
  const time = dayjs(0).startOf('day').add(minute, 'minute')
  return partOf(time.hour()) + clockOf(time)
}

/** From one hour to another of any day, from minutes since midnight: 下午2点到4点, 上午10点到中午12点. */
export function spanOfDayWords(from: number, to: number): string {
  const [start, end] = [timeOfDayWords(from), timeOfDayWords(to)]
  const part = partOf(Math.floor(from / 60))
  return `${start}到${end.startsWith(part) ? end.slice(part.length) : end}`
}

/** When something happened: 刚刚, 3 分钟前, 2 小时前, then as `momentWords`. */
export function agoWords(at: Timestamp, now: Timestamp): string {
  const past = now - at
  if (past < minutes(1) && past > -minutes(1)) return '刚刚'
  if (past > 0 && past < hours(1)) return `${Math.floor(past / minutes(1))} 分钟前`
  if (past > 0 && past < hours(6)) return `${Math.floor(past / hours(1))} 小时前`
  return momentWords(at, now)
}

/** A length of time, rounded down: 20 分钟, 2 小时, 3 天. */
export function lengthWords(ms: number): string {
  if (ms < hours(1)) return `${Math.max(1, Math.floor(ms / minutes(1)))} 分钟`
  if (ms < days(1)) return `${Math.floor(ms / hours(1))} 小时`
  return `${Math.floor(ms / days(1))} 天`
}

/** 已晚 2 小时. */
export const lateWords = (dueAt: Timestamp, now: Timestamp): string => `已晚 ${lengthWords(now - dueAt)}`

/** Parts of a day that can be asked for, in hours. */
const dayParts = [
  { words: '上午', from: 8, to: 12 },
  { words: '下午', from: 13, to: 18 },
  { words: '晚上', from: 18, to: 21 },
] as const

interface Window {
  from: Timestamp
  to: Timestamp
}

/** When help is wanted: 尽快, 明天上午, 今晚, or 周五上午9点到下午3点. */
export function windowWords(window: Window | null, now: Timestamp): string {
  if (!window) return '尽快'
  const [from, to] = [inChina(window.from), inChina(window.to)]
  const day = dayOf(from, inChina(now))
  const part = dayParts.find((one) => one.from === from.hour() && one.to === to.hour())
  if (part && from.isSame(to, 'day')) return joined(day, part.words)
  const end = dayOf(to, inChina(now))
  return `${momentWords(window.from, now)}到${end === day ? partOf(to.hour()) + clockOf(to) : momentWords(window.to, now)}`
}

export interface WhenChoice {
  label: string
  /** null: as soon as possible. */
  window: Window | null
}

/** What one may ask for now: as soon as possible, then the parts of today that are not about to end, tomorrow, and the day after. */
export function whenChoices(now: Timestamp): WhenChoice[] {
  const today = inChina(now).startOf('day')
  const windows = [0, 1, 2].flatMap((day) =>
    dayParts.map(({ from, to }) => ({
      from: fromChina(today.add(day, 'day').hour(from)),
      to: fromChina(today.add(day, 'day').hour(to)),
    })),
  )
  const open = windows.filter(({ to }) => to - now > hours(1))
  return [null, ...open].map((window) => ({ label: windowWords(window, now), window }))
}

/** A day `2026-11-22` as people say it, with its weekday: 明天（周一）, 3月8日（周日）. */
export function dayWords(day: string, now: Timestamp): string {
  const time = inChina(startOf(day))
  const weekday = weekdays[time.day()] ?? ''
  const said = dayOf(time, inChina(now))
  return said === weekday ? said : `${said}（${weekday}）`
}

/** A day in figures, for certificates and dates of entry: 2026年11月22日. */
export const dateWords = (at: Timestamp): string => inChina(at).format('YYYY年M月D日')

/** Which greeting fits the hour. */
export function greetingAt(now: Timestamp): 'night' | 'morning' | 'noon' | 'afternoon' | 'evening' {
  const hour = inChina(now).hour()
  if (hour < 5) return 'night'
  if (hour < 11) return 'morning'
  if (hour < 13) return 'noon'
  return hour < 18 ? 'afternoon' : 'evening'
}
