import { isStaffOf, type Actor } from '../account/policy'
import { careKeyOfArea } from '../chat/care'
import { canModerate } from '../chat/policy'
import { communityOfGroup } from '../chat/thread'
import { holdsRole } from '../shared/role'
import { days, type Timestamp } from '../shared/time'
import type { CaseAction } from './contract'
import type { ModerationCase } from './schema'

/** How long one may object to what was decided, ms. */
export const appealWithin = days(7)

type Case = Pick<
  ModerationCase,
  'state' | 'groupPath' | 'author' | 'isRemoved' | 'silencedUntil' | 'actedIds' | 'appeal' | 'trail'
>

const lastActedAt = ({ trail }: Pick<Case, 'trail'>): Timestamp =>
  Math.max(0, ...trail.filter(({ event }) => event === 'removed' || event === 'silenced').map(({ at }) => at))

/** The office of the street above a group: it judges appeals there, and sees to nothing else in it. */
const isStreetOf = (actor: Actor, groupPath: string): boolean => {
  const community = communityOfGroup(groupPath)
  return community !== null && holdsRole(actor.roles, ['streetOffice'], community)
}

/**
 * Those who see a case: who looks after the group; once somebody appealed, also the street office; and, once something
 * was decided about it, who said it: they do not hear of reports before, also where they look after the group themselves.
 */
export function canSeeCase(actor: Actor, one: Case): boolean {
  if (one.author.userId === actor._id) return one.actedIds.length > 0
  return canModerate(actor, one.groupPath) || (one.appeal !== null && isStreetOf(actor, one.groupPath))
}

/** Those who may ever judge what somebody said in a group: nobody their own words. */
export const canJudge = (actor: Actor, groupPath: string, authorId: string | null): boolean =>
  authorId !== null && authorId !== actor._id && canModerate(actor, groupPath)

/**
 * Who decides on an appeal: staff of the community, or of the street's office, who had no hand in what it is against.
 * An office of one would judge itself; and what neither judges in time, the clock takes back (`lapsed`).
 */
export function canDecide(
  actor: Actor,
  { actedIds, author, groupPath }: Pick<Case, 'actedIds' | 'author' | 'groupPath'>,
): boolean {
  const community = communityOfGroup(groupPath)
  const isOffice = community !== null && (isStaffOf(actor, community) || isStreetOf(actor, groupPath))
  return isOffice && author.userId !== actor._id && !actedIds.includes(actor._id)
}

/** Under which keys somebody finds the appeals that they judge for their street. */
export const appealKeysFor = (actor: Pick<Actor, 'roles'>): string[] =>
  actor.roles.filter(({ role }) => role === 'streetOffice').map(({ areaPath }) => careKeyOfArea(areaPath))

/** What was judged on an appeal stands: nothing more is done to that message. */
const isAppealed = ({ state }: Pick<Case, 'state'>): boolean =>
  state === 'appealed' || state === 'upheld' || state === 'revoked'

/** What somebody may do about it now. Nobody judges their own words, nor an appeal against what they did themselves. */
export function caseActions(actor: Actor, one: Case, now: Timestamp): CaseAction[] {
  const isMine = one.author.userId === actor._id
  const isModerator = canJudge(actor, one.groupPath, one.author.userId)
  const isSilenced = (one.silencedUntil ?? 0) > now
  const rows: [CaseAction, boolean][] = [
    ['remove', isModerator && !one.isRemoved && !isAppealed(one)],
    ['silence', isModerator && !isSilenced && !isAppealed(one)],
    ['lift', isModerator && isSilenced && one.state === 'acted'],
    ['dismiss', isModerator && one.state === 'open'],
    [
      'appeal',
      isMine && one.state === 'acted' && one.appeal === null && now < lastActedAt(one) + appealWithin,
    ],
    ['decide', one.state === 'appealed' && canDecide(actor, one)],
  ]
  return rows.filter(([, may]) => may).map(([action]) => action)
}
