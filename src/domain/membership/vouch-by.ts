import { addWorkingTime, type Calendar } from '../shared/calendar'
import { minutes, type Timestamp } from '../shared/time'

/** How many of the office's days whoever vouches has for it, before the next level is asked. */
const workingDays = 2

/** By when someone should have vouched for a newcomer: two of the office's working days later. */
export const vouchByOf = (calendar: Calendar, now: Timestamp): Timestamp =>
  addWorkingTime(calendar, now, workingDays * workingDay(calendar))

/** The working time of one day, ms; a whole day where the office names no hours. */
function workingDay({ hours }: Calendar): number {
  const worked = hours.reduce((total, { from, to }) => total + Math.max(0, to - from), 0)
  return minutes(worked === 0 ? 1440 : worked)
}
