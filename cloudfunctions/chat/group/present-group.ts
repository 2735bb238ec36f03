import type { Actor } from '@/domain/account/policy'
import { canModerate } from '@/domain/chat/policy'
import type { GroupRules } from '@/domain/group/contract'
import { canSeeWechatCode, groupActions, whyMute } from '@/domain/group/policy'
import type { GroupSettings } from '@/domain/group/schema'
import { AppError } from '@/domain/shared/errors'
import type { Timestamp } from '@/domain/shared/time'
import type { PlaceGroup } from '../find-group'
import { nameOfGroup } from '../name-of-group'

/**
 * A group as one of its members sees it: people by their names alone.
 * @throws AppError NotFound where there is no such place
 */
export function presentGroup(
  actor: Actor,
  group: PlaceGroup,
  now: Timestamp,
  settings: GroupSettings = group.settings,
): GroupRules {
  const { groupPath } = group
  if (!group.area) throw new AppError('NotFound')
  const { announcementHours, pins, rulesVersion: version, silences, wechatCode } = settings
  const held = canModerate(actor, groupPath) ? silences.filter(({ until }) => until > now) : []
  return {
    groupPath,
    name: nameOfGroup(group),
    announcementHours,
    pins,
    wechatCode: canSeeWechatCode(actor, groupPath) ? wechatCode : null,
    mute: whyMute(actor, settings, now),
    silences: held.map(({ person, until, reason, by }) => ({ name: person.name, until, reason, by })),
    version,
    allowedActions: groupActions(actor, groupPath),
  }
}
