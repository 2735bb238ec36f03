import { mostCounted } from '@/domain/order/counts'

/** A count of a desk: 12; more than fifty are 50+. */
export const counted = (count: number): string =>
  count < mostCounted ? String(count) : `${mostCounted - 1}+`
