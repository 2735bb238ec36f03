import { mostCounted } from '@/domain/order/counts'

/** A count of a desk: 12; more than fifty are 50+. */
export const counted = (count: number): string =>
  count < mostCounted ? String(count) : `${mostCounted - 1}+`

/** Counts of an inbox stop at 100. */
export const inboxCount = (count: number): string => (count > 99 ? '99+' : String(count))
