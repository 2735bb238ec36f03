import type { Standing } from '@/domain/account/schema'
import type { EstateCount } from '@/domain/place/schema'
import { isGrid, type AreaPath } from '@/domain/shared/area'
import type { Where } from '../_runtime/collection'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import { within } from '../_runtime/within'

const current: Standing[] = ['unconfirmed', 'confirmed']

/** Those who live in one of these areas. */
export const livingIn = (areaPaths: readonly AreaPath[]): Where => ({ homeAt: command.in([...areaPaths]) })

/** Those of them who should be looked in on. */
export const needingCare = (areaPaths: readonly AreaPath[]): Where => ({ careAt: command.in([...areaPaths]) })

const homeIn = (areaPath: AreaPath): Where => ({
  standing: command.in(current),
  ...(isGrid(areaPath) ? { gridPath: areaPath } : { areaPath: within(areaPath) }),
})

export type PeopleCount = Pick<EstateCount, 'residents' | 'households' | 'needCare'>
export const nobody: PeopleCount = { residents: 0, households: 0, needCare: 0 }

/**
 * How many live in these areas, in how many flats of them, and how many should be looked in on; everyone once. It reads
 * all of them. One wait.
 * @param areaPaths none in another
 * @param most of how many people at most; those beyond are not read
 */
export async function countPeople(
  store: Store,
  areaPaths: readonly AreaPath[],
  most?: number,
): Promise<PeopleCount> {
  if (areaPaths.length === 0) return nobody
  const count = (where: Where): Promise<number> =>
    most === undefined ? store.accounts.count(where) : store.accounts.countUpTo(where, most)
  const homes = { array: 'memberships', field: 'householdId', elements: areaPaths.map(homeIn) } as const
  const [residents, households, needCare] = await Promise.all([
    count(livingIn(areaPaths)),
    store.accounts.countDistinct(livingIn(areaPaths), homes, most),
    count(needingCare(areaPaths)),
  ])
  return { residents, households, needCare }
}
