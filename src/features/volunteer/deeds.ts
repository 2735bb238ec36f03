import type { OrderView } from '@/domain/order/present'
import { hours } from '@/domain/shared/time'

export interface Deeds {
  orders: number
  /** Hours served, to a half, from check-in to completion. */
  hours: number
}

/** What the orders shown add up to. */
export function sumOfDeeds(orders: readonly Pick<OrderView, 'checkedInAt' | 'completedAt'>[]): Deeds {
  const served = orders.filter(({ completedAt }) => completedAt !== null)
  const time = served.reduce(
    (sum, { checkedInAt, completedAt }) =>
      checkedInAt !== null && completedAt !== null ? sum + Math.max(0, completedAt - checkedInAt) : sum,
    0,
  )
  return { orders: served.length, hours: Math.round((time / hours(1)) * 2) / 2 }
}
