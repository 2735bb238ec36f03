import * as z from 'zod'
import { ancestorAt, type AreaPath } from '../shared/area'
import type { Actor } from '../account/policy'
import { isCurrent } from '../account/index-fields'

/**
 * A signal is a counter that goes up when something a phone may be showing has changed. Phones watch only
 * signals: they carry no content, so a simple rule can open them, and what changed is fetched through an
 * action that decides what this person may see.
 */
export const signalSchema = z.object({ _id: z.string(), n: z.number().int() })
export type Signal = z.infer<typeof signalSchema>

export const topics = {
  /** My own orders, tasks and offers. */
  user: (userId: string) => `user:${userId}`,
  /** The dispatch desk of a community. */
  desk: (communityPath: AreaPath) => `desk:${communityPath}`,
  /** The hall of a community: orders open to any volunteer. */
  hall: (communityPath: AreaPath) => `hall:${communityPath}`,
  /** The chat of a building. */
  chat: (groupPath: AreaPath) => `chat:${groupPath}`,
  /** Notices to an area. */
  notice: (areaPath: AreaPath) => `notice:${areaPath}`,
  /** Who waits to be confirmed in an area. */
  pending: (areaPath: AreaPath) => `pending:${areaPath}`,
}

/** Which of the client's questions a topic concerns: the first part of its name. */
export type TopicKind = keyof typeof topics
export const topicKind = (topic: string): TopicKind => topic.slice(0, topic.indexOf(':')) as TopicKind

/** Every signal that this person's phone has a reason to watch. */
export function topicsOf(actor: Actor): string[] {
  const homes = actor.memberships.filter(isCurrent).map((membership) => membership.areaPath)
  const grants = actor.roles.map((grant) => {
    const community = ancestorAt(grant.areaPath, 'community')
    const building = ancestorAt(grant.areaPath, 'building')
    return [
      ...(grant.role === 'volunteer' && community ? [topics.hall(community)] : []),
      ...(grant.role === 'communityStaff' && community ? [topics.desk(community)] : []),
      ...(grant.role === 'communityStaff' || grant.role === 'microGridLeader'
        ? [topics.pending(grant.areaPath)]
        : []),
      ...(building ? [topics.chat(building)] : []),
      topics.notice(grant.areaPath),
    ]
  })
  const places = homes.flatMap((home) => {
    const building = ancestorAt(home, 'building')
    return [
      ...(building ? [topics.chat(building), topics.notice(building)] : []),
      ...['community' as const, 'estate' as const].flatMap((level) => {
        const area = ancestorAt(home, level)
        return area ? [topics.notice(area)] : []
      }),
    ]
  })
  return [...new Set([topics.user(actor._id), ...grants.flat(), ...places])]
}
