import { isCurrent } from '@/domain/account/index-fields'
import { caretakers, type Actor } from '@/domain/account/policy'
import { canReadGroup } from '@/domain/chat/policy'
import { readMarkId } from '@/domain/chat/schema'
import { ancestorAt } from '@/domain/shared/area'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { within } from '../../_runtime/within'
import { presentMessage } from '../present-message'

/** How many buildings staff of a larger area see in the list. */
const shownOfArea = 30

/** The buildings in which someone lives, or which they look after. */
async function groupPathsOf(store: Store, actor: Actor): Promise<string[]> {
  const places = [...actor.memberships.filter(isCurrent), ...actor.roles]
  const own = places.map(({ areaPath }) => ancestorAt(areaPath, 'building')).filter((path) => path !== null)
  const wide = actor.roles.filter(
    ({ areaPath, role }) =>
      ancestorAt(areaPath, 'building') === null && caretakers.some((one) => one === role),
  )
  const below = await Promise.all(
    wide.map(({ areaPath }) =>
      store.areas.find(
        { _id: within(areaPath), level: 'building' },
        { orderBy: ['_id', 'asc'], limit: shownOfArea },
      ),
    ),
  )
  return [...new Set([...own, ...below.flat().map(({ _id }) => _id)])].filter((path) =>
    canReadGroup(actor, path),
  )
}

export const listGroups = action('chat.groups', {
  load: ({ actor, store }) => groupPathsOf(store, actor),
  allow: () => true,
  handle: async ({ actor, store }, paths) => {
    const [areas, marks, groups] = await Promise.all([
      store.areas.getMany(paths),
      store.readMarks.getMany(paths.map((path) => readMarkId(actor._id, path))),
      Promise.all(paths.map((path) => lookAtGroup(store, path))),
    ])
    const nameOf = new Map(areas.map(({ _id, fullName }) => [_id, fullName]))
    const readOf = new Map(marks.map(({ groupPath, seq }) => [groupPath, seq]))
    return {
      items: groups.map(({ groupPath, newest, memberCount }) => ({
        groupPath,
        name: nameOf.get(groupPath) ?? '',
        memberCount,
        lastSeq: newest?.seq ?? 0,
        unread: Math.max(0, (newest?.seq ?? 0) - (readOf.get(groupPath) ?? 0)),
        lastMessage: newest ? presentMessage(actor, newest) : null,
      })),
    }
  },
})

async function lookAtGroup(store: Store, groupPath: string) {
  const [[newest], memberCount] = await Promise.all([
    store.messages.find({ groupPath }, { orderBy: ['seq', 'desc'], limit: 1 }),
    store.accounts.count({ homeAt: groupPath }),
  ])
  return { groupPath, newest: newest ?? null, memberCount }
}
