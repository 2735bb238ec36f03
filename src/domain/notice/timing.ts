import { AppError } from '../shared/errors'
import { days, hours, type Timestamp } from '../shared/time'
import { isExpired } from './policy'
import { commonPace, longestUrgent, type Notice } from './schema'

/** So far ahead a notice may be written, ms. */
export const longestAhead = days(30)

interface Wanted {
  isUrgent: boolean
  /** null: at once. */
  publishAt: Timestamp | null
  expiresAt: Timestamp | null
  visitAfterHours: number | null
}

/**
 * When a notice goes out, until when it holds, and when the unread become visits.
 * @throws AppError BadInput for a past, too far, or missing one: an urgent notice always says until when it holds
 */
export function timesOf(
  { isUrgent, publishAt, expiresAt, visitAfterHours }: Wanted,
  now: Timestamp,
): Pick<Notice, 'publishedAt' | 'expiresAt' | 'visitAt'> {
  const publishedAt = publishAt ?? now
  if (publishAt !== null && (publishAt <= now || publishAt > now + longestAhead)) refuse('publishAt')
  if (expiresAt !== null && expiresAt <= publishedAt) refuse('expiresAt')
  if (isUrgent && (expiresAt === null || expiresAt > publishedAt + longestUrgent)) refuse('expiresAt')
  const visitAt = visitAfterHours === null ? null : publishedAt + hours(visitAfterHours)
  if (visitAt !== null && expiresAt !== null && visitAt >= expiresAt) refuse('visitAfterHours')
  return { publishedAt, expiresAt, visitAt }
}

function refuse(where: string): never {
  throw new AppError('BadInput', { where: [where] })
}

/** The first moment from `at` on at which a common notice may go, an hour from each of the `others` at least. */
export function nextCommonAt(others: readonly Timestamp[], at: Timestamp): Timestamp {
  let next = at
  for (const other of [...others].sort((a, b) => a - b))
    if (Math.abs(other - next) < commonPace) next = other + commonPace
  return next
}

/** When the clock has something to do for a notice; null: no more. */
export function nextWakeOf(
  notice: Pick<Notice, 'expiresAt' | 'publishedAt' | 'state' | 'visitAt' | 'work'>,
  now: Timestamp,
): Timestamp | null {
  const { expiresAt, publishedAt, state, visitAt, work } = notice
  if (state === 'withdrawn' || isExpired(notice, now)) return null
  if (state === 'scheduled') return publishedAt
  if (work.some(({ kind }) => kind !== 'visit')) return now
  // Visits that were made are over with the notice.
  const moments = [work.length > 0 ? visitAt : null, visitAt === null ? null : expiresAt]
  const left = moments.filter((moment) => moment !== null)
  return left.length > 0 ? Math.min(...left) : null
}
