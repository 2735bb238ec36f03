import type { Actor } from '@/domain/account/policy'
import { ancestorAt } from '@/domain/shared/area'
import type { Role } from '@/domain/shared/role'

/** The communities for which (or for a part of which) someone holds a role. */
export const communitiesOf = (actor: Actor, role: Role): string[] => [
  ...new Set(
    actor.roles
      .filter((grant) => grant.role === role)
      .map(({ areaPath }) => ancestorAt(areaPath, 'community'))
      .filter((path) => path !== null),
  ),
]
