import { threadPeople } from '@/domain/chat/policy'
import type { Order } from '@/domain/order/schema'
import { topics } from '@/domain/signal/topics'

const peopleOf = ({
  requesterId,
  beneficiary,
  takers,
  offeredIds,
  servedIds,
  followerIds,
}: Order): (string | null)[] => [
  requesterId,
  beneficiary.kind === 'other' ? beneficiary.userId : null,
  ...takers.flatMap(({ userId, standIn }) => [userId, standIn?.userId ?? null]),
  ...offeredIds,
  ...servedIds,
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

/** Whose phones may be showing its thread: they watch these already. */
export const threadTopics = (order: Order): string[] => [
  ...threadPeople(order).map(topics.user),
  topics.desk(order.communityPath),
]
