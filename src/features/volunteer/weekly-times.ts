import type { VolunteerProfile } from '@/domain/account/schema'

export type WeeklyTime = VolunteerProfile['times'][number]
export const dayParts = ['morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]

/** The parts of a day that can be asked for, as minutes of the day (see `copy/time.ts`). */
const spans: Readonly<Record<DayPart, Pick<WeeklyTime, 'from' | 'to'>>> = {
  morning: { from: 480, to: 720 },
  afternoon: { from: 780, to: 1080 },
  evening: { from: 1080, to: 1260 },
}

const isIn =
  (weekday: number, part: DayPart) =>
  (time: WeeklyTime): boolean =>
    time.weekday === weekday && time.from < spans[part].to && time.to > spans[part].from

export const hasTime = (times: readonly WeeklyTime[], weekday: number, part: DayPart): boolean =>
  times.some(isIn(weekday, part))

/** The times with a part of a day switched over; others, however fine, stay as they are. */
export function toggleTime(times: readonly WeeklyTime[], weekday: number, part: DayPart): WeeklyTime[] {
  const isThere = isIn(weekday, part)
  const others = times.filter((time) => !isThere(time))
  return others.length < times.length ? others : [...times, { weekday, ...spans[part] }]
}
