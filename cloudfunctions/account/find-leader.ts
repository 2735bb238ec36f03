import { toPersonCard, type Account } from '@/domain/account/schema'
import type { Output } from '@/domain/contracts'
import { ancestorAt, areasOfHome, type HomePlace } from '@/domain/shared/area'
import { roleKey, type RoleGrant } from '@/domain/shared/role'
import type { Timestamp } from '@/domain/shared/time'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'

/** A building has a few leaders, one for each micro-grid; more than this are not read. */
const leadersRead = 40

/** Those who lead the place or an area that holds it. One wait. */
export const findLeaders = (store: Store, place: HomePlace): Promise<Account[]> =>
  store.accounts.find(
    { roleKeys: command.in(areasOfHome(place).map((path) => roleKey('microGridLeader', path))) },
    { limit: leadersRead },
  )

type LeaderCard = NonNullable<Output<'invitation.look'>['leader']>

/**
 * The leader of the narrowest area that holds the place, as a newcomer meets them; of two, who made the code.
 * @param officeName the office that appoints leaders there
 */
export function nearestLeader(
  leaders: readonly Account[],
  place: HomePlace,
  madeBy: string,
  officeName: string,
  now: Timestamp,
): LeaderCard | null {
  const areas = areasOfHome(place)
  const held = leaders.flatMap((leader) =>
    leader.roles.filter((grant) => isHeld(grant, areas, now)).map((grant) => ({ leader, grant })),
  )
  const nearness = ({ grant, leader }: (typeof held)[number]): number =>
    areas.indexOf(grant.areaPath) * 2 + (leader._id === madeBy ? 1 : 0)
  const [nearest] = held.sort((a, b) => nearness(b) - nearness(a))
  if (!nearest) return null
  const { leader, grant } = nearest
  return {
    ...toPersonCard(leader),
    areaName: grant.areaName,
    since: grant.since,
    avatarFileId: leader.avatarFileId,
    // Whom the office has appointed stands in its book; of older grants nothing is on record.
    confirmedBy: grant.appointmentId !== null && ancestorAt(grant.areaPath, 'community') ? officeName : '',
  }
}

const isHeld = ({ areaPath, role, until }: RoleGrant, areas: readonly string[], now: Timestamp): boolean =>
  role === 'microGridLeader' && areas.includes(areaPath) && (until === null || until > now)
