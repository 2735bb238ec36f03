import { canModerate, canReadGroup } from '@/domain/chat/policy'
import { groupKindOf } from '@/domain/chat/thread'
import type { GroupDetail } from '@/domain/group/contract'
import { action } from '../../../_runtime/serve'
import type { Store } from '../../../_runtime/store'
import { within } from '../../../_runtime/within'
import { findPlaceGroup } from '../../find-group'
import { begunWithin } from '../../group/begun'
import { presentGroup } from '../../group/present-group'
import { membersOf } from '../../members-of'

/** More stairwells and micro-grids no building has. */
const mostParts = 100

/** A wait more for those who look after a building: its parts are theirs alone to see. */
export const getGroup = action('group.get', {
  fetch: async ({ input, store }) => {
    const [group, memberCount] = await Promise.all([
      findPlaceGroup(store, input.groupPath),
      store.accounts.count(membersOf(input.groupPath)),
    ])
    return { group, memberCount }
  },
  load: async (_call, found) => found,
  allow: (actor, { group }) => canReadGroup(actor, group.groupPath),
  handle: async ({ actor, now, store }, { group, memberCount }) => {
    const { groupPath } = group
    const hasParts = groupKindOf(groupPath) === 'building' && canModerate(actor, groupPath)
    const parts = hasParts ? await partsOf(store, groupPath) : []
    const mine = parts.filter((part) => canReadGroup(actor, part.groupPath))
    return { group: { ...presentGroup(actor, group, now), memberCount, parts: mine } }
  },
})

async function partsOf(store: Store, building: string): Promise<GroupDetail['parts']> {
  const [begun, ...parts] = await Promise.all([
    begunWithin(store, building),
    ...(['unit', 'grid'] as const).map((level) =>
      store.areas.find({ level, _id: within(building) }, { orderBy: ['_id', 'asc'], limit: mostParts }),
    ),
  ])
  return parts.flat().map(({ _id, name }) => ({ groupPath: _id, name, isBegun: begun.has(_id) }))
}
