import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from '@/cloud/call'
import type { MessageView } from '@/domain/chat/contract'
import type { Output } from '@/domain/contracts'
import { actionKey } from '@/features/session/keys'

/** How an order stands, as its card in the chat shows it. */
export type Glance = Output<'order.glance'>['items'][number]

/** So many in one question. */
const atOnce = 30

const orderIdsIn = (messages: readonly MessageView[]): string[] => [
  ...new Set(messages.flatMap(({ body }) => (body.kind === 'order' ? [body.orderId] : []))),
]

async function glance(orderIds: readonly string[]): Promise<Glance[]> {
  const parts = Array.from({ length: Math.ceil(orderIds.length / atOnce) }, (_, part) =>
    orderIds.slice(part * atOnce, (part + 1) * atOnce),
  )
  const answers = await Promise.all(parts.map((ids) => call('order.glance', { orderIds: ids })))
  return answers.flatMap(({ items }) => items)
}

/** The orders of the cards among these messages, as far as I may see them; asked for together. */
export function useGlances(messages: readonly MessageView[]): ReadonlyMap<string, Glance> {
  const orderIds = orderIdsIn(messages)
  const { data = [] } = useQuery({
    queryKey: actionKey('order.glance', { orderIds }),
    queryFn: () => glance(orderIds),
    enabled: orderIds.length > 0,
    placeholderData: keepPreviousData,
  })
  return new Map(data.map((one) => [one._id, one]))
}
