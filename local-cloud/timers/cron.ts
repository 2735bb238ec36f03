import { Cron } from 'croner'
import { badTimer, parseCronFields } from './cron-fields'

const TIMEZONE = 'Asia/Shanghai'
const DAY_MS = 86_400_000
/** Beijing has no summer time: its days are found by adding eight hours. */
const BEIJING_MS = 8 * 3_600_000

/** A day in Beijing. */
interface Day {
  year: number
  /** 0–11 */
  month: number
  day: number
}

/** A pattern of croner's, and days that must suit besides. */
interface Schedule {
  cron: Cron
  suits: (day: Day) => boolean
}

/**
 * A seven-field cron: second minute hour day month weekday year, in Beijing time, with `, - * /`, `L` and `W` for
 * days, `L` and `#` for weekdays, and `?` for any. Where day and weekday are both given, either will do.
 */
export class SevenFieldCron {
  private readonly schedules: Schedule[]

  /** Throws StartError BadDefinition for what is no such expression. */
  constructor(expression: string) {
    const [second = [], minute = [], hour = [], day = [], month = [], weekday = [], year = []] =
      parseCronFields(expression)
    const isYear = yearTest(year)
    const schedule = (days: string[], weekdays: string[], isDay: (day: Day) => boolean): Schedule => ({
      cron: openCron(expression, [second, minute, hour, days, month, weekdays]),
      suits: (one) => isYear(one.year) && isDay(one),
    })
    const nearest = day.filter((part) => part.endsWith('W'))
    const others = day.filter((part) => !part.endsWith('W'))
    const weekdays = weekday.map(weekdayForCroner)
    const hasWeekday = weekdays.some((part) => part !== '*')
    this.schedules = [
      ...nearest.map((part) => schedule(['*'], ['*'], (one) => one.day === nearestWorkday(part, one))),
      ...(others.length > 0 || hasWeekday ? [schedule(others.map(anyForCroner), weekdays, () => true)] : []),
    ]
  }

  /** The first moment after `after` (epoch ms); null when there is none. */
  next(after: number): number | null {
    const moments = this.schedules.map((schedule) => nextOf(schedule, after)).filter((at) => at !== null)
    return moments.length > 0 ? Math.min(...moments) : null
  }
}

function nextOf({ cron, suits }: Schedule, after: number): number | null {
  const lastYear = dayOf(after).year + 100
  for (let at = cron.nextRun(new Date(after)); at;) {
    const day = dayOf(at.getTime())
    if (suits(day)) return at.getTime()
    if (day.year > lastYear) return null
    at = cron.nextRun(new Date(endOfDay(at.getTime())))
  }
  return null
}

function openCron(expression: string, fields: string[][]): Cron {
  try {
    const pattern = fields.map((parts) => parts.join(',') || '*').join(' ')
    return new Cron(pattern, { timezone: TIMEZONE, paused: true })
  } catch (error) {
    throw badTimer(expression, error instanceof Error ? error.message : String(error))
  }
}

const anyForCroner = (part: string): string => (part === '?' ? '*' : part)

/** Tencent's `5L` is the last Friday, croner's `5#L`; a lone `L` is Saturday. */
function weekdayForCroner(part: string): string {
  if (part === 'L') return '6'
  return anyForCroner(part.replace(/^(\d)L$/, '$1#L'))
}

function yearTest(parts: string[]): (year: number) => boolean {
  const spans = parts.map((part) => {
    const [, from = '1970', to, step = '1'] = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part) ?? []
    const last = to ?? (part.startsWith('*') || part.includes('/') ? '2099' : from)
    return { from: Number(from), to: Number(last), step: Number(step) }
  })
  return (year) =>
    spans.some(({ from, to, step }) => year >= from && year <= to && (year - from) % step === 0)
}

function dayOf(at: number): Day {
  const beijing = new Date(at + BEIJING_MS)
  return { year: beijing.getUTCFullYear(), month: beijing.getUTCMonth(), day: beijing.getUTCDate() }
}

/** The last millisecond but one second of a moment's day: croner looks for runs in later seconds. */
function endOfDay(at: number): number {
  return Math.floor((at + BEIJING_MS) / DAY_MS) * DAY_MS + DAY_MS - BEIJING_MS - 1000
}

/** The working day (Monday to Friday) of a month nearest to `15W`, or its last one for `LW`; never in another month. */
function nearestWorkday(part: string, { year, month }: Day): number {
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const wanted = part === 'LW' ? length : Number(part.slice(0, -1))
  if (wanted > length) return -1
  const weekday = new Date(Date.UTC(year, month, wanted)).getUTCDay()
  if (weekday === 6) return wanted === 1 ? 3 : wanted - 1
  if (weekday === 0) return wanted === length ? wanted - 2 : wanted + 1
  return wanted
}
