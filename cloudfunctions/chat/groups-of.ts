import { isCurrent } from '@/domain/account/index-fields'
import { caretakers, type Actor } from '@/domain/account/policy'
import { canReadGroup } from '@/domain/chat/policy'
import { circleOf, groupKindOf } from '@/domain/chat/thread'
import { ancestorAt, areasOfHome, type AreaPath } from '@/domain/shared/area'
import type { RoleGrant } from '@/domain/shared/role'

const circlesOf = ({ areaPath }: RoleGrant): string[] => {
  const community = ancestorAt(areaPath, 'community')
  return community ? [circleOf('staff', community), circleOf('volunteers', community)] : []
}

/** The groups of one's homes, of the buildings, stairwells and micro-grids one looks after, and one's circles. */
export function ownGroups(actor: Actor): string[] {
  const places = [...actor.memberships.filter(isCurrent), ...actor.roles]
  const paths = [...places.flatMap(areasOfHome), ...actor.roles.flatMap(circlesOf)]
  return [...new Set(paths)].filter((path) => groupKindOf(path) !== null && canReadGroup(actor, path))
}

const isCaretaker = ({ role }: RoleGrant): boolean => caretakers.some((one) => one === role)

/** The areas of many buildings that someone looks after, none within another. */
export function wideAreas(actor: Actor): AreaPath[] {
  const wide = actor.roles
    .filter((grant) => isCaretaker(grant) && ancestorAt(grant.areaPath, 'building') === null)
    .map(({ areaPath }) => areaPath)
  return [...new Set(wide)].filter((path) => !wide.some((other) => other !== path && path.startsWith(other)))
}

/** Is there a group, as far as this person's list goes? A part of a building has one once something was said in it. */
export function isListed(actor: Actor, groupPath: string, hasLine: boolean): boolean {
  const kind = groupKindOf(groupPath)
  const isPart = kind === 'unit' || kind === 'grid'
  return !isPart || hasLine || actor.roles.some((grant) => isCaretaker(grant) && grant.areaPath === groupPath)
}
