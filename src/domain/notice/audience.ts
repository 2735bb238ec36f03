import { isOpenHome } from '../account/index-fields'
import type { Account, Membership } from '../account/schema'
import { isHomeIn, isWithin, type AreaPath } from '../shared/area'
import type { Notice } from './schema'

/** These areas, once each and in order, without those that lie in another of them. */
export const outermost = (areaPaths: readonly AreaPath[]): AreaPath[] =>
  [...new Set(areaPaths)]
    .filter((path) => !areaPaths.some((other) => other !== path && isWithin(path, other)))
    .sort()

export const pathsOf = ({ areas }: Pick<Notice, 'areas'>): AreaPath[] => areas.map(({ areaPath }) => areaPath)

/** Somebody's homes that a notice went to: the others are none of its business. */
export const homesIn = (
  notice: Pick<Notice, 'areas'>,
  { memberships }: Pick<Account, 'memberships'>,
): Membership[] =>
  memberships.filter(
    (home) => isOpenHome(home) && pathsOf(notice).some((areaPath) => isHomeIn(home, areaPath)),
  )

/** The flats among them. */
export const flatsIn = (notice: Pick<Notice, 'areas'>, person: Pick<Account, 'memberships'>): string[] => [
  ...new Set(homesIn(notice, person).flatMap(({ householdId }) => (householdId ? [householdId] : []))),
]
