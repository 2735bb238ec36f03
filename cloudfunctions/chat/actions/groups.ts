import { isCurrent } from '@/domain/account/index-fields'
import { caretakers, type Actor } from '@/domain/account/policy'
import { canReadGroup } from '@/domain/chat/policy'
import { readMarkId, type ReadMark } from '@/domain/chat/schema'
import { circleOf, circleParts, placeOfGroup } from '@/domain/chat/thread'
import { ancestorAt } from '@/domain/shared/area'
import { roleKey } from '@/domain/shared/role'
import { circleNames } from '@/copy/chat-circles'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { within } from '../../_runtime/within'
import { presentMessage } from '../present-message'

/** How many buildings staff of a larger area see in the list. */
const shownOfArea = 100
/** More than that is "99+". */
const mostUnread = 100

/** The buildings in which someone lives or which they look after, and the circles they work in. */
async function groupPathsOf(store: Store, actor: Actor): Promise<{ paths: string[]; hasMore: boolean }> {
  const places = [...actor.memberships.filter(isCurrent), ...actor.roles]
  const own = places.map(({ areaPath }) => ancestorAt(areaPath, 'building')).filter((path) => path !== null)
  const communities = actor.roles
    .map(({ areaPath }) => ancestorAt(areaPath, 'community'))
    .filter((path) => path !== null)
  const circles = communities.flatMap((path) => [circleOf('staff', path), circleOf('volunteers', path)])
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
  const all = [...new Set([...own, ...circles, ...below.flat().map(({ _id }) => _id)])]
  return {
    paths: all.filter((path) => canReadGroup(actor, path)),
    hasMore: below.some((areas) => areas.length === shownOfArea),
  }
}

export const listGroups = action('chat.groups', {
  load: ({ actor, store }) => groupPathsOf(store, actor),
  allow: () => true,
  handle: async ({ actor, now, store }, { paths, hasMore }) => {
    const [areas, marks] = await Promise.all([
      store.areas.getMany(paths.map((path) => placeOfGroup(path) ?? path)),
      store.readMarks.getMany(paths.map((path) => readMarkId(actor._id, path))),
    ])
    const markOf = new Map(marks.map((mark) => [mark.groupPath, mark]))
    const groups = await Promise.all(paths.map((path) => lookAtGroup(store, path, markOf.get(path))))
    const nameOf = new Map(areas.map(({ _id, fullName }) => [_id, fullName]))
    return {
      hasMore,
      items: groups.map(({ groupPath, newest, memberCount, unread, mark }) => ({
        groupPath,
        name: nameOfGroup(groupPath, nameOf),
        memberCount,
        lastSeq: newest?.seq ?? 0,
        unread,
        lastMessage: newest ? presentMessage(actor, newest, now) : null,
        isMuted: mark?.isMuted ?? false,
        isPinned: mark?.isPinned ?? false,
        mentionSeq: null,
        lastAt: newest?.sentAt ?? null,
      })),
    }
  },
})

function nameOfGroup(groupPath: string, nameOf: ReadonlyMap<string, string>): string {
  const circle = circleParts(groupPath)
  if (!circle) return nameOf.get(groupPath) ?? ''
  return circleNames[circle.circle](nameOf.get(circle.communityPath) ?? '')
}

async function lookAtGroup(store: Store, groupPath: string, mark: ReadMark | undefined) {
  const unreadLines = { groupPath, isLine: true, seq: command.gt(mark?.seq ?? 0) }
  const [[newest], unread, memberCount] = await Promise.all([
    store.messages.find({ groupPath, isLine: true }, { orderBy: ['seq', 'desc'], limit: 1 }),
    store.messages.countUpTo(unreadLines, mostUnread),
    store.accounts.count(whereOf(groupPath)),
  ])
  return { groupPath, newest: newest ?? null, unread, memberCount, mark }
}

/** Those who live in a place; those who work in a circle. */
function whereOf(groupPath: string) {
  const circle = circleParts(groupPath)
  if (!circle) return { homeAt: groupPath }
  const role = circle.circle === 'staff' ? 'communityStaff' : 'volunteer'
  return { roleKeys: roleKey(role, circle.communityPath) }
}
