import { isConfirmedIn, type Actor } from '../account/policy'
import { canModerate, canReadGroup } from '../chat/policy'
import { circleParts } from '../chat/thread'
import { afterQuiet } from '../shared/calendar'
import type { Timestamp } from '../shared/time'
import type { GroupAction } from './contract'
import { longestWechatCode, wechatReminder, type GroupSettings } from './schema'

/**
 * What keeps somebody from writing just now; null: nothing. `until`: ms since 1970. Who has come to look after the
 * group since is silenced no more.
 */
export function whyMute(
  actor: Actor,
  settings: Pick<GroupSettings, '_id' | 'silences' | 'announcementHours'>,
  now: Timestamp,
): { why: 'silenced' | 'announcements'; until: Timestamp; reason: string } | null {
  if (canModerate(actor, settings._id)) return null
  const silence = settings.silences.find(({ person, until }) => person.userId === actor._id && until > now)
  if (silence) return { why: 'silenced', until: silence.until, reason: silence.reason }
  if (settings.announcementHours === null) return null
  const until = afterQuiet(settings.announcementHours, now)
  return until === now ? null : { why: 'announcements', until, reason: '' }
}

/** What somebody who reads the group may do with it. A circle has no WeChat group beside it. */
export function groupActions(actor: Actor, groupPath: string): GroupAction[] {
  if (!canReadGroup(actor, groupPath) || !canModerate(actor, groupPath)) return []
  return circleParts(groupPath)
    ? ['callAll', 'setHours', 'moderate', 'settleTopics']
    : ['callAll', 'setHours', 'putWechatCode', 'moderate', 'settleTopics']
}

/** The code of a WeChat group lets anybody in who holds it: it is for neighbours who were vouched for, and for those who look after the place. */
export const canSeeWechatCode = (actor: Actor, groupPath: string): boolean =>
  canModerate(actor, groupPath) || (circleParts(groupPath) === null && isConfirmedIn(actor, groupPath))

/** WeChat's group codes are good for seven days at most, and one that has expired leads nowhere. */
export const isWechatCodeTimely = (expiresAt: Timestamp, now: Timestamp): boolean =>
  expiresAt > now && expiresAt <= now + longestWechatCode

/** When whoever put up a code is to be reminded of it. */
export const wechatReminderAt = (expiresAt: Timestamp, now: Timestamp): Timestamp =>
  Math.max(now, expiresAt - wechatReminder)
