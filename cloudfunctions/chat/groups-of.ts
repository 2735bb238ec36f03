import { isCurrent } from '@/domain/account/index-fields'
import { caretakers, type Actor } from '@/domain/account/policy'
import { canReadGroup } from '@/domain/chat/policy'
import { circleOf, groupKindOf } from '@/domain/chat/thread'
import { ancestorAt, areasOfHome, levelOf, type AreaPath } from '@/domain/shared/area'
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

/** The areas, none within another, that someone looks after and that hold groups beside their own: stairwells at least. */
export function wideAreas(actor: Actor): AreaPath[] {
  const wide = actor.roles
    .filter((grant) => isCaretaker(grant) && levelOf(grant.areaPath) !== 'unit')
    .map(({ areaPath }) => areaPath)
  return [...new Set(wide)].filter((path) => !wide.some((other) => other !== path && path.startsWith(other)))
}

/** Stairwells and micro-grids have a group once something was said in it; buildings and circles always. */
export const isPart = (groupPath: string): boolean => {
  const kind = groupKindOf(groupPath)
  return kind === 'unit' || kind === 'grid'
}

/** Is there a group, as far as this person's list goes? */
export const isListed = (actor: Actor, groupPath: string, hasLine: boolean): boolean =>
  !isPart(groupPath) ||
  hasLine ||
  actor.roles.some((grant) => isCaretaker(grant) && grant.areaPath === groupPath)
