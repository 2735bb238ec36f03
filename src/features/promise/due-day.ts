import { startOfDay } from '@/domain/shared/calendar'
import { days, hours, type Timestamp } from '@/domain/shared/time'

/** A day is kept by its evening. */
export const dueOn = (day: Timestamp): Timestamp => day + hours(18)

/** Today ends early: what is promised after its evening is for tomorrow. */
export const firstDay = (now: Timestamp): number => (dueOn(startOfDay(now)) > now ? 0 : 1)

/** How far ahead one may promise, in days. */
export const lastDay = 360

export const tomorrow = (now: Timestamp): Timestamp => startOfDay(now) + days(1)
