import { standingAt } from '@/domain/account/policy'
import { toPersonCard, type Account } from '@/domain/account/schema'
import type { Output } from '@/domain/contracts'
import { ancestorAt, ancestorsOf, areasOfHome, isGrid, isWithin, type AreaPath } from '@/domain/shared/area'
import type { HomePlace } from '@/domain/shared/area'
import { roleKey, type RoleGrant } from '@/domain/shared/role'
import type { Timestamp } from '@/domain/shared/time'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'

/** A building has a few leaders, one for each micro-grid; more than this are not read. */
const leadersRead = 40
/** Flats of one stairwell. */
const flatsRead = 300

const fields = ['_id', 'nickname', 'avatarFileId', 'memberships', 'roles'] as const
export type Leader = Pick<Account, (typeof fields)[number]>

/** Someone who leads, and where. */
export interface Leading {
  readonly leader: Leader
  readonly grant: RoleGrant
}

/**
 * Those who lead an area, one that holds it, or one inside it, such as the micro-grids of a building; as they stand
 * at `now`. One wait.
 */
export async function findLeaders(
  store: Store,
  scope: AreaPath,
  now: Timestamp,
  limit = leadersRead,
): Promise<Leading[]> {
  const keys = ancestorsOf(scope).map((path) => roleKey('microGridLeader', path))
  const key = roleKey('microGridLeader', scope)
  // As `within`: paths end with a slash, and `0` is the character after it. The SDK hands no `and` on to elements.
  const inside = command.elemMatch({ $gte: key, $lt: `${key.slice(0, -1)}0` })
  const found = await Promise.all(
    [command.in(keys), inside].map((roleKeys) => store.accounts.findParts({ roleKeys }, fields, { limit })),
  )
  const leaders = new Map(found.flat().map((leader) => [leader._id, standingAt(leader, now)]))
  return [...leaders.values()].flatMap((leader) =>
    leader.roles.filter(({ role }) => role === 'microGridLeader').map((grant) => ({ leader, grant })),
  )
}

/** Where the leaders of a place are looked for: its whole building, whose micro-grids lie across the stairwells. */
export const scopeOf = ({ areaPath }: HomePlace): AreaPath => ancestorAt(areaPath, 'building') ?? areaPath

/** The micro-grids that a stairwell's flats count to; null for any other place: all that it holds. One wait or none. */
export async function findGridsOf(store: Store, { areaPath }: HomePlace): Promise<AreaPath[] | null> {
  if (isGrid(areaPath) || ancestorAt(areaPath, 'unit') === null) return null
  const flats = await store.households.findParts({ areaPath }, ['gridPath'], { limit: flatsRead })
  return [...new Set(flats.flatMap(({ gridPath }) => (gridPath ? [gridPath] : [])))]
}

/** The one of the narrowest area that holds the place; of two, who made the code. */
export function nearestLeading(all: readonly Leading[], place: HomePlace, madeBy: string): Leading | null {
  const areas = areasOfHome(place)
  const nearness = ({ grant, leader }: Leading): number =>
    areas.indexOf(grant.areaPath) * 2 + (leader._id === madeBy ? 1 : 0)
  const held = all.filter(({ grant }) => areas.includes(grant.areaPath))
  return held.sort((a, b) => nearness(b) - nearness(a))[0] ?? null
}

/**
 * Those of the micro-grids that lie in a building or stairwell; nobody where the place is one micro-grid itself.
 * @param grids see `findGridsOf`
 */
export const leadingInside = (
  all: readonly Leading[],
  place: HomePlace,
  grids: readonly AreaPath[] | null,
): Leading[] =>
  place.gridPath || ancestorAt(place.areaPath, 'building') === null
    ? []
    : all
        .filter(({ grant: { areaPath } }) => isGrid(areaPath) && isWithin(areaPath, scopeOf(place)))
        .filter(({ grant }) => grids === null || grids.includes(grant.areaPath))
        .sort((a, b) => a.grant.areaName.localeCompare(b.grant.areaName, 'zh', { numeric: true }))

type LeaderCard = NonNullable<Output<'invitation.look'>['leader']>

/**
 * As a newcomer meets them.
 * @param officeName the office that appoints leaders there
 */
export const leaderCard = ({ leader, grant }: Leading, officeName: string): LeaderCard => ({
  ...toPersonCard(leader),
  areaName: grant.areaName,
  since: grant.since,
  avatarFileId: leader.avatarFileId,
  // Whom the office has appointed stands in its book; of older grants nothing is on record.
  confirmedBy: grant.appointmentId !== null && ancestorAt(grant.areaPath, 'community') ? officeName : '',
})
