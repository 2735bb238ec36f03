import { isCaretakerOf, livesIn, type Actor } from '../account/policy'
import { holdsRole, type Role } from '../shared/role'
import { isWithin, type AreaPath } from '../shared/area'
import type { AuthorTitle } from './schema'

/** A building's group is open to those who live there and to those who look after it. */
export const canReadGroup = (actor: Actor, groupPath: AreaPath): boolean =>
  livesIn(actor, groupPath) || isCaretakerOf(actor, groupPath)

export const canWriteGroup = canReadGroup

const titles = ['communityStaff', 'microGridLeader', 'volunteer'] as const satisfies readonly (Role &
  AuthorTitle)[]

/** The title beside someone's name: the highest role held for the building, else whether they are confirmed there. */
export function titleIn(actor: Actor, groupPath: AreaPath): AuthorTitle {
  const title = titles.find((role) => holdsRole(actor.roles, [role], groupPath))
  if (title) return title
  const isConfirmed = actor.memberships.some(
    ({ areaPath, standing }) => standing === 'confirmed' && isWithin(areaPath, groupPath),
  )
  return isConfirmed ? 'neighbour' : 'newcomer'
}
