import type { Actor } from '@/domain/account/policy'
import { canView } from '@/domain/order/policy'
import { presentOrder, type OrderView } from '@/domain/order/present'
import type { Order } from '@/domain/order/schema'
import type { Page } from '@/domain/shared/paging'

/** A page of orders as one person may see them; what they may not see is left out, whatever the query found. */
export const presentPage = (actor: Actor, { items, nextCursor }: Page<Order>): Page<OrderView> => ({
  items: items.filter((order) => canView(actor, order)).map((order) => presentOrder(actor, order)),
  nextCursor,
})
