import type { Message } from '@/domain/chat/schema'
import { hours, minutes, type Timestamp } from '@/domain/shared/time'

/** WeChat answers within half an hour; after that the question is lost. */
const lostAfter = minutes(40)
/** The check was down, or could not load the file. */
const tryAgainAfter = minutes(5)
/** What was never seen through in a day stays with its author. */
const givesUpAfter = hours(24)

/** When to ask about a picture or voice again, should no verdict have come; null: no more. */
export function askAgainAt({
  traceId,
  sentAt,
  now,
}: Pick<Message, 'traceId' | 'sentAt'> & { now: Timestamp }): Timestamp | null {
  if (now - sentAt >= givesUpAfter) return null
  return now + (traceId === null ? tryAgainAfter : lostAfter)
}
