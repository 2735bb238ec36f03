import { caretakers } from '@/domain/account/policy'
import type { Membership, MyAccount } from '@/domain/account/schema'
import { isHomeIn, isWithin } from '@/domain/shared/area'
import type { Role } from '@/domain/shared/role'
import type { ChosenArea } from '@/features/invite/area-steps'

/** The areas of somebody's roles, without those that lie in another of them. */
export function areasOf(
  { roles }: Pick<MyAccount, 'roles'>,
  meant: readonly Role[] = caretakers,
): ChosenArea[] {
  const all = roles.filter(({ role }) => meant.includes(role))
  const unique = all.filter(
    ({ areaPath }, at) => all.findIndex((other) => other.areaPath === areaPath) === at,
  )
  return unique
    .filter(
      ({ areaPath }) =>
        !unique.some((other) => other.areaPath !== areaPath && isWithin(areaPath, other.areaPath)),
    )
    .map(({ areaPath, areaName }) => ({ areaPath, areaName }))
}

/** Which of my areas holds one of these homes. */
export const areaAround = (
  areas: readonly ChosenArea[],
  homes: readonly Membership[],
): ChosenArea | undefined => areas.find(({ areaPath }) => homes.some((home) => isHomeIn(home, areaPath)))
