import type { Actor } from '@/domain/account/policy'
import { canReadGroup } from '@/domain/chat/policy'
import { callsFor } from '@/domain/chat/named-in'
import type { Message, ReadMark } from '@/domain/chat/schema'
import { groupKindOf, placeOfGroup } from '@/domain/chat/thread'
import { days, type Timestamp } from '@/domain/shared/time'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { nameIn, shelfOf, shelfOfOne, type Shelf } from '../group/shelf'
import { isListed } from '../groups-of'
import { presentMessage } from '../present-message'

/** A page of them: so many are looked at in one wait. */
const shownAtOnce = 50
/** More than that is "99+". */
const mostUnread = 100
/** Calls that are looked through, and how long somebody who hasn't come is told of one. */
const mostCalls = 300
const calledWithin = days(30)

export const listGroups = action('chat.groups', {
  load: ({ actor, input, store }) =>
    input.groupPath === null
      ? shelfOf(store, actor, input.search.trim())
      : shelfOfOne(store, actor, input.groupPath),
  allow: (actor, _shelf, { groupPath }) =>
    groupPath === null || (groupKindOf(groupPath) !== null && canReadGroup(actor, groupPath)),
  handle: async ({ actor, input, now, store }, shelf) => {
    const { cursor } = input
    const left = cursor === null ? shelf.paths : shelf.paths.filter((path) => shelf.keyOf(path) > cursor)
    const paths = left.slice(0, shownAtOnce)
    const last = paths[paths.length - 1]
    const [calls, names, ...groups] = await Promise.all([
      callsOf(store, actor, { paths, now }),
      namesOf(store, shelf, paths),
      ...paths.map((path) => lookAt(store, path, shelf)),
    ])
    const items = groups
      .filter(
        ({ groupPath, newest }) => input.groupPath !== null || isListed(actor, groupPath, newest !== null),
      )
      .map(({ groupPath, newest, unread, mark }) => ({
        groupPath,
        name: nameIn(names, groupPath),
        lastSeq: newest?.seq ?? 0,
        unread,
        lastMessage: newest && presentMessage(actor, newest, now),
        isMuted: mark?.isMuted ?? false,
        isPinned: mark?.isPinned ?? false,
        mentionSeq: firstCall(calls, groupPath, mark?.seq ?? 0),
        lastAt: newest?.sentAt ?? null,
      }))
    return { items, nextCursor: left.length > paths.length && last ? shelf.keyOf(last) : null }
  },
})

/** The places that `shelf` could not name yet: stairwells and micro-grids. */
async function namesOf(store: Store, { names }: Shelf, paths: readonly string[]): Promise<Shelf['names']> {
  const places = paths.map((path) => placeOfGroup(path) ?? path)
  const others = await store.areas.getMany(places.filter((path) => !names.has(path)))
  return new Map([...names, ...others.map(({ _id, fullName }) => [_id, fullName] as const)])
}

interface Glance {
  groupPath: string
  newest: Message | null
  unread: number
  mark: ReadMark | undefined
}

/** One query; none where nothing was said. */
async function lookAt(store: Store, groupPath: string, { marks, silent }: Shelf): Promise<Glance> {
  const mark = marks.get(groupPath)
  if (silent.has(groupPath)) return { groupPath, newest: null, unread: 0, mark }
  const lines = { groupPath, isLine: true }
  const { last, beyond } = await store.messages.findLast(lines, 'seq', {
    beyond: mark?.seq ?? 0,
    most: mostUnread,
  })
  return { groupPath, newest: last, unread: beyond, mark }
}

type CallingMessage = Pick<Message, 'groupPath' | 'seq' | 'authorId' | 'state'>

/** What others called this person by, in all groups at once. */
async function callsOf(
  store: Store,
  actor: Actor,
  { paths, now }: { paths: readonly string[]; now: Timestamp },
): Promise<CallingMessage[]> {
  const calls = await store.messages.findParts(
    { callsIds: command.in(callsFor(actor._id, paths)), sentAt: command.gt(now - calledWithin) },
    ['groupPath', 'seq', 'authorId', 'state'],
    { orderBy: ['sentAt', 'desc'], limit: mostCalls },
  )
  return calls.filter(({ authorId, state }) => authorId !== actor._id && state === 'normal')
}

function firstCall(calls: readonly CallingMessage[], groupPath: string, readTo: number): number | null {
  const unread = calls.filter((call) => call.groupPath === groupPath && call.seq > readTo)
  return unread.length === 0 ? null : Math.min(...unread.map(({ seq }) => seq))
}
