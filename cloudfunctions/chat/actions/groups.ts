import type { Actor } from '@/domain/account/policy'
import { callsFor } from '@/domain/chat/named-in'
import { readMarkId, type Message, type ReadMark } from '@/domain/chat/schema'
import { circleParts, placeOfGroup } from '@/domain/chat/thread'
import { days, type Timestamp } from '@/domain/shared/time'
import { circleNames } from '@/copy/chat-circles'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { within } from '../../_runtime/within'
import { isListed, ownGroups, wideAreas } from '../groups-of'
import { membersOf } from '../members-of'
import { presentMessage } from '../present-message'

/** How many buildings staff of a larger area see in the list. */
const shownOfArea = 100
/** More than that is "99+". */
const mostUnread = 100
/** The cloud's own bound on one query. */
const mostMarks = 1000
/** Calls that are looked through, and how long somebody who hasn't come is told of one. */
const mostCalls = 300
const calledWithin = days(30)

/** Where somebody reads: the groups, what their places are called, and how far they have read each. */
interface Shelf {
  paths: string[]
  names: ReadonlyMap<string, string>
  marks: ReadonlyMap<string, ReadMark>
  hasMore: boolean
}

/** One wait, however many: what lies below an area is found by the beginning of its path. */
async function shelfOf(store: Store, actor: Actor): Promise<Shelf> {
  const own = ownGroups(actor)
  const wide = wideAreas(actor)
  const [places, marks, below, marksBelow] = await Promise.all([
    store.areas.getMany(own.map((path) => placeOfGroup(path) ?? path)),
    store.readMarks.getMany(own.map((path) => readMarkId(actor._id, path))),
    Promise.all(wide.map((area) => buildingsOf(store, area))),
    Promise.all(
      wide.map((area) =>
        store.readMarks.find({ _id: within(readMarkId(actor._id, area)) }, { limit: mostMarks }),
      ),
    ),
  ])
  const areas = [...places, ...below.flat()]
  return {
    paths: [...new Set([...own, ...below.flat().map(({ _id }) => _id)])],
    names: new Map(areas.map(({ _id, fullName }) => [_id, fullName])),
    marks: new Map([...marks, ...marksBelow.flat()].map((mark) => [mark.groupPath, mark])),
    hasMore: below.some((buildings) => buildings.length === shownOfArea),
  }
}

const buildingsOf = (store: Store, area: string) =>
  store.areas.find({ level: 'building', _id: within(area) }, { orderBy: ['_id', 'asc'], limit: shownOfArea })

export const listGroups = action('chat.groups', {
  load: ({ actor, store }) => shelfOf(store, actor),
  allow: () => true,
  handle: async ({ actor, now, store }, { paths, names, marks, hasMore }) => {
    const [calls, ...groups] = await Promise.all([
      callsOf(store, actor, { paths, now }),
      ...paths.map((path) => lookAt(store, path, marks.get(path))),
    ])
    const items = groups
      .filter(({ groupPath, newest }) => isListed(actor, groupPath, newest !== null))
      .map(({ groupPath, newest, memberCount, unread, mark }) => ({
        groupPath,
        name: nameOf(groupPath, names),
        memberCount,
        lastSeq: newest?.seq ?? 0,
        unread,
        lastMessage: newest && presentMessage(actor, newest, now),
        isMuted: mark?.isMuted ?? false,
        isPinned: mark?.isPinned ?? false,
        mentionSeq: firstCall(calls, groupPath, mark?.seq ?? 0),
        lastAt: newest?.sentAt ?? null,
      }))
    return { hasMore, items }
  },
})

function nameOf(groupPath: string, names: ReadonlyMap<string, string>): string {
  const circle = circleParts(groupPath)
  if (!circle) return names.get(groupPath) ?? ''
  return circleNames[circle.circle](names.get(circle.communityPath) ?? '')
}

async function lookAt(store: Store, groupPath: string, mark: ReadMark | undefined) {
  const unreadLines = { groupPath, isLine: true, seq: command.gt(mark?.seq ?? 0) }
  const [[newest], unread, memberCount] = await Promise.all([
    store.messages.find({ groupPath, isLine: true }, { orderBy: ['seq', 'desc'], limit: 1 }),
    store.messages.countUpTo(unreadLines, mostUnread),
    store.accounts.count(membersOf(groupPath)),
  ])
  return { groupPath, newest: newest ?? null, unread, memberCount, mark }
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
