import { threadPeople } from '@/domain/chat/policy'
import type { Order } from '@/domain/order/schema'
import { topics } from '@/domain/signal/topics'
import type { Store } from '../_runtime/store'

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

/**
 * Who acts for the one helped by another's order. Nothing waits for it where it is asked for while an event is
 * written; what could not be asked delays nobody: these phones then ask by themselves.
 */
export async function proxiesOf(store: Store, { beneficiary }: Order): Promise<string[]> {
  if (beneficiary.kind === 'self' || beneficiary.userId === null) return []
  const [helped] = await store.accounts
    .findParts({ _id: beneficiary.userId }, ['proxies'], { limit: 1 })
    .catch(() => [])
  return helped?.proxies.map(({ userId }) => userId) ?? []
}

/** Whose phones show this order, before and after a change. @param proxyIds see `proxiesOf` */
export function orderTopics(before: Order, after: Order, proxyIds: readonly string[]): string[] {
  const concerned = [...peopleOf(before), ...peopleOf(after), ...proxyIds]
  const people = concerned.filter((userId) => userId !== null)
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
