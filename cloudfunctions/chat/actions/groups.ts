import { isCurrent } from '@/domain/account/index-fields'
import { isCaretakerOf, livesIn, type Actor } from '@/domain/account/policy'
import { readMarkId } from '@/domain/chat/schema'
import { ancestorAt } from '@/domain/shared/area'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { presentMessage } from '../present-message'

/** The buildings in which someone lives, or which they lead; staff of a whole community open them one by one. */
const groupPathsOf = (actor: Actor): string[] => [
  ...new Set(
    [...actor.memberships.filter(isCurrent), ...actor.roles]
      .map(({ areaPath }) => ancestorAt(areaPath, 'building'))
      .filter((path) => path !== null)
      .filter((path) => livesIn(actor, path) || isCaretakerOf(actor, path)),
  ),
]

export const listGroups = action('chat.groups', {
  load: async ({ actor }) => groupPathsOf(actor),
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
