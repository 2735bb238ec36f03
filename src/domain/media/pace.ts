import { hours, minutes, type Timestamp } from '../shared/time'

/** WeChat answers within half an hour; after that the question is lost. */
const lostAfter = minutes(40)
/** The check was down, or could not load the file. */
const tryAgainAfter = minutes(5)
/** What was not seen through in a day never will be: what was said stays its author's alone, what was given stays. */
const givesUpAfter = hours(24)

/**
 * When to ask WeChat about a picture or a voice again, should no verdict have come; null: no more.
 * @param pace.traceId of the question under way; null: it could not be asked
 * @param pace.since when it was given
 */
export function askAgainAt({
  traceId,
  since,
  now,
}: {
  traceId: string | null
  since: Timestamp
  now: Timestamp
}): Timestamp | null {
  if (now - since >= givesUpAfter) return null
  return now + (traceId === null ? tryAgainAfter : lostAfter)
}
