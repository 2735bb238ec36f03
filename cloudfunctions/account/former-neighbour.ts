import { isCurrent } from '@/domain/account/index-fields'
import type { Account, Membership } from '@/domain/account/schema'
import { ancestorAt } from '@/domain/shared/area'
import { command } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import { within } from '../_runtime/within'

type Place = Pick<Membership, 'areaPath'>

const buildingOf = ({ areaPath }: Place): string => ancestorAt(areaPath, 'building') ?? areaPath

/**
 * What somebody said in the groups of a building stands there as a former neighbour's once they live in it no more;
 * a leader's words stay a leader's. The title is written beside each message, so that reading asks nothing more.
 */
export async function markFormer(
  store: Store,
  account: Pick<Account, '_id' | 'memberships'>,
  left: Membership | undefined,
): Promise<void> {
  if (!left || (left.standing !== 'left' && left.standing !== 'removed')) return
  const building = buildingOf(left)
  if (account.memberships.some((home) => isCurrent(home) && buildingOf(home) === building)) return
  const said = { authorId: account._id, groupPath: within(building) }
  const titles = command.in(['neighbour', 'newcomer'])
  await store.messages.update({ ...said, authorTitle: titles }, { authorTitle: 'formerNeighbour' })
}

/** They live there again, and somebody has vouched for them. */
export async function markBack(store: Store, userId: string, home: Place): Promise<void> {
  const said = { authorId: userId, groupPath: within(buildingOf(home)) }
  await store.messages.update({ ...said, authorTitle: 'formerNeighbour' }, { authorTitle: 'neighbour' })
}
