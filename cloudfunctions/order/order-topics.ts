import type { Order } from '@/domain/order/schema'
import { topics } from '@/domain/signal/topics'

const peopleOf = ({ requesterId, assigneeId, offer }: Order): (string | null)[] => [
  requesterId,
  assigneeId,
  offer?.kind === 'person' ? offer.volunteerId : null,
]

/** Whose phones show this order, before and after a change. */
export function orderTopics(before: Order, after: Order = before): string[] {
  const people = [...peopleOf(before), ...peopleOf(after)].filter((userId) => userId !== null)
  const touchesHall = [before, after].some(({ offer }) => offer?.kind === 'hall')
  return [
    ...new Set(people.map(topics.user)),
    topics.desk(after.communityPath),
    ...(touchesHall ? [topics.hall(after.communityPath)] : []),
  ]
}
