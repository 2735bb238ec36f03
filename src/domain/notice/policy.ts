import { isCaretakerOf, livesIn, type Actor } from '../account/policy'
import { isWithin, type AreaPath } from '../shared/area'
import type { Timestamp } from '../shared/time'
import { commonPace, type Notice } from './schema'

/** Staff and leaders speak to the areas they look after, or to parts of them: to each of them, or to none. */
export const canPublishTo = (actor: Actor, areaPaths: readonly AreaPath[]): boolean =>
  areaPaths.every((areaPath) => isCaretakerOf(actor, areaPath))

type Addressed = Pick<Notice, 'areas' | 'publishedAt' | 'state' | 'withdrawn'>

/** Did it ever go out? What was taken back before its time did not. */
export const wasOut = ({ publishedAt, state, withdrawn }: Omit<Addressed, 'areas'>): boolean =>
  state !== 'scheduled' && (withdrawn === null || withdrawn.at >= publishedAt)

/** Those who look after all it went to see how far it got, remind, and take it back. */
export const canKeepNotice = (actor: Actor, { areas }: Pick<Notice, 'areas'>): boolean =>
  areas.every(({ areaPath }) => isCaretakerOf(actor, areaPath))

/**
 * A notice is for those who live in one of its areas, and for those who hold a role above it or in a part of it; one
 * that never went out, for those who keep it.
 */
export const canReadNotice = (actor: Actor, notice: Addressed): boolean =>
  !wasOut(notice)
    ? canKeepNotice(actor, notice)
    : notice.areas.some(
        ({ areaPath }) =>
          livesIn(actor, areaPath) ||
          isCaretakerOf(actor, areaPath) ||
          actor.roles.some((grant) => isWithin(grant.areaPath, areaPath)),
      )

export const isExpired = ({ expiresAt }: Pick<Notice, 'expiresAt'>, now: Timestamp): boolean =>
  expiresAt !== null && expiresAt <= now

/** What those who keep it may do with it now. */
export function noticeActions(
  actor: Actor,
  notice: Pick<Notice, 'areas' | 'state' | 'expiresAt' | 'remindedAt'>,
  now: Timestamp,
): ('remind' | 'withdraw')[] {
  if (!canKeepNotice(actor, notice) || notice.state === 'withdrawn') return []
  const isOut = notice.state === 'published' && !isExpired(notice, now)
  const isTooSoon = notice.remindedAt !== null && now - notice.remindedAt < commonPace
  return isOut && !isTooSoon ? ['remind', 'withdraw'] : ['withdraw']
}
