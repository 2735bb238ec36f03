import * as z from 'zod'
import { isOpenHome } from '../account/index-fields'
import { caretakers, type Actor } from '../account/policy'
import { canReadGroup } from '../chat/policy'
import { circleOf } from '../chat/thread'
import {
  ancestorAt,
  ancestorsOf,
  areasOfHome,
  isGrid,
  levelOf,
  type AreaPath,
  type HomePlace,
} from '../shared/area'
import type { RoleGrant } from '../shared/role'
import { timestampSchema } from '../shared/time'

/**
 * A signal is a counter that goes up when something a phone may be showing has changed. Phones watch only
 * signals: they carry no content, so a simple rule can open them, and what changed is fetched through an
 * action that decides what this person may see.
 */
export const signalSchema = z.object({
  _id: z.string(),
  n: z.number().int(),
  /** Of a group: when it went up last. */
  at: timestampSchema.optional(),
})
export type Signal = z.infer<typeof signalSchema>

export const topics = {
  /** My own orders, tasks and offers; phones know it by another name (`cloudfunctions/_runtime/signals.ts`). */
  user: (userId: string) => `user:${userId}`,
  /** The dispatch desk of a community. */
  desk: (communityPath: AreaPath) => `desk:${communityPath}`,
  /** The hall of a community: orders open to any volunteer. */
  hall: (communityPath: AreaPath) => `hall:${communityPath}`,
  /** The chat of a building. */
  chat: (groupPath: string) => `chat:${groupPath}`,
  /** What waits for an answer in the groups of a community, with reports, promises and visits; of a street: appeals. */
  inbox: (areaPath: AreaPath) => `inbox:${areaPath}`,
  /** Notices to an area, for those who live there. */
  notice: (areaPath: AreaPath) => `notice:${areaPath}`,
  /** Notices to anywhere in an area, for those who hold a role for it. */
  noticeUnder: (areaPath: AreaPath) => `notice:under:${areaPath}`,
  /** Who waits to be confirmed in an area. */
  pending: (areaPath: AreaPath) => `pending:${areaPath}`,
}

/** Which of the client's questions a topic concerns: the first part of its name. */
export type TopicKind = 'user' | 'desk' | 'hall' | 'chat' | 'inbox' | 'notice' | 'pending'
export const topicKind = (topic: string): TopicKind => topic.slice(0, topic.indexOf(':')) as TopicKind

/** The topics to move when a notice goes out: those who live there, and those who look after an area above. */
export const noticeTopics = (areaPaths: readonly AreaPath[]): string[] => [
  ...new Set([...areaPaths.map(topics.notice), ...areaPaths.flatMap(ancestorsOf).map(topics.noticeUnder)]),
]

/** Places that have a group: buildings, stairwells, micro-grids. */
const hasGroup = (path: AreaPath): boolean =>
  isGrid(path) || levelOf(path) === 'building' || levelOf(path) === 'unit'

const ofPlace = (actor: Actor, place: HomePlace): string[] => {
  const areas = areasOfHome(place)
  return [
    ...areas.map(topics.notice),
    ...areas.filter((path) => hasGroup(path) && canReadGroup(actor, path)).map(topics.chat),
  ]
}

const ofGrant = ({ role, areaPath }: RoleGrant): string[] => {
  const community = ancestorAt(areaPath, 'community')
  return [
    topics.noticeUnder(areaPath),
    ...(role === 'volunteer' && community
      ? [topics.hall(community), topics.chat(circleOf('volunteers', community))]
      : []),
    ...(role === 'communityStaff' && community
      ? [topics.desk(community), topics.chat(circleOf('volunteers', community))]
      : []),
    ...((role === 'communityStaff' || role === 'gridWorker') && community
      ? [topics.chat(circleOf('staff', community))]
      : []),
    // Its office judges appeals.
    ...(role === 'streetOffice' ? [topics.inbox(areaPath)] : []),
    ...(caretakers.some((caretaker) => caretaker === role)
      ? [topics.pending(areaPath), ...(community ? [topics.inbox(community)] : [])]
      : []),
  ]
}

/** Every signal that this person's phone has a reason to watch. */
export function topicsOf(actor: Actor): string[] {
  const homes = actor.memberships.filter(isOpenHome)
  return [
    ...new Set([
      topics.user(actor._id),
      ...actor.roles.flatMap(ofGrant),
      ...[...homes, ...actor.roles].flatMap((place) => ofPlace(actor, place)),
    ]),
  ]
}
