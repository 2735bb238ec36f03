import { isWeak, termsOf } from '../handbook/tokens'
import type { Order } from './schema'

/** From this share of common words on, two people have the same trouble. */
const enough = 0.3

/** Do two texts tell of the same? By the pairs of characters that they share, out of those of the shorter one. */
export function isAlike(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => new Set(termsOf(text).filter((term) => !isWeak(term))))
  if (!a || !b || a.size === 0 || b.size === 0) return false
  const common = [...a].filter((term) => b.has(term)).length
  return common / Math.min(a.size, b.size) >= enough
}

/** The open orders that tell of the same as `text`; those of one's own aside. */
export const ordersAlike = <T extends Pick<Order, 'service' | 'text' | 'requesterId'>>(
  open: readonly T[],
  asked: { serviceId: string | null; text: string; userId: string },
): T[] =>
  open.filter(
    ({ service, text, requesterId }) =>
      service.id === asked.serviceId && requesterId !== asked.userId && isAlike(text, asked.text),
  )
