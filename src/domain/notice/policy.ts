import { isCaretakerOf, livesIn, type Actor } from '../account/policy'
import type { AreaPath } from '../shared/area'
import { isWithin } from '../shared/area'
import type { Notice } from './schema'

/** Staff and leaders speak to the area they look after, or to a part of it. */
export const canPublishTo = (actor: Actor, areaPath: AreaPath): boolean => isCaretakerOf(actor, areaPath)

/** A notice is for those who live in its area, and for those who hold a role in a part of it. */
export const canReadNotice = (actor: Actor, notice: Notice): boolean =>
  livesIn(actor, notice.areaPath) ||
  isCaretakerOf(actor, notice.areaPath) ||
  actor.roles.some((grant) => isWithin(grant.areaPath, notice.areaPath))

/** Who has not read it yet is for those who can do something about it. */
export const canSeeReaders = (actor: Actor, notice: Notice): boolean => isCaretakerOf(actor, notice.areaPath)
