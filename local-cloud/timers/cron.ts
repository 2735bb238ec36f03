import { Cron } from 'croner'
import { StartError } from '../errors'

/** A seven-field cron: second minute hour day month weekday year, in Beijing time. Day and weekday are either-or. */
export class SevenFieldCron {
  private readonly cron: Cron
  private readonly years: (year: number) => boolean

  /** Throws StartError BadDefinition for what is no such expression. */
  constructor(expression: string) {
    const fields = expression.trim().split(/\s+/)
    if (fields.length !== 7) throw bad(expression, 'seven fields are needed')
    try {
      this.cron = new Cron(fields.slice(0, 6).join(' '), { timezone: 'Asia/Shanghai', paused: true })
    } catch (error) {
      throw bad(expression, error instanceof Error ? error.message : String(error))
    }
    this.years = parseYears(expression, fields[6] ?? '*')
  }

  /** The first moment after `after` (epoch ms); null when there is none. */
  next(after: number): number | null {
    const lastYear = new Date(after).getUTCFullYear() + 100
    for (let at = this.cron.nextRun(new Date(after)); at;) {
      const year = Number(at.toLocaleString('en', { timeZone: 'Asia/Shanghai', year: 'numeric' }))
      if (this.years(year)) return at.getTime()
      if (year > lastYear) return null
      at = this.cron.nextRun(new Date(Date.UTC(year + 1, 0, 1) - 8 * 3_600_000 - 1000))
    }
    return null
  }
}

function parseYears(expression: string, field: string): (year: number) => boolean {
  if (field === '*') return () => true
  const spans = field.split(',').map((part) => {
    const span = /^(\d{4})(?:-(\d{4}))?$/.exec(part)
    if (!span) throw bad(expression, `the year ${part} is not understood`)
    return [Number(span[1]), Number(span[2] ?? span[1])] as const
  })
  return (year) => spans.some(([from, to]) => year >= from && year <= to)
}

function bad(expression: string, reason: string): StartError {
  return new StartError('BadDefinition', `the timer '${expression}' is not understood: ${reason}`)
}
