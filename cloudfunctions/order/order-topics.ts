import type { Order } from '@/domain/order/schema'
import { topics } from '@/domain/signal/topics'

const peopleOf = ({
  requesterId,
  beneficiary,
  takers,
  offeredIds,
  followerIds,
}: Order): (string | null)[] => [
  requesterId,
  beneficiary.kind === 'other' ? beneficiary.userId : null,
  ...takers.flatMap(({ userId, standIn }) => [userId, standIn?.userId ?? null]),
  ...offeredIds,
  ...followerIds,
]

/** Whose phones show this order, before and after a change. */
export function orderTopics(before: Order, after: Order = before): string[] {
  const people = [...peopleOf(before), ...peopleOf(after)].filter((userId) => userId !== null)
  const touchesHall = [before, after].some(({ offer }) => offer?.kind === 'hall')
  const desks = [before.communityPath, after.communityPath]
  return [
    ...new Set([
      ...people.map(topics.user),
      ...desks.map(topics.desk),
      ...(touchesHall ? desks.map(topics.hall) : []),
    ]),
  ]
}
