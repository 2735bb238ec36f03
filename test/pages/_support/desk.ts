import type { Suggestion } from '@/domain/order/contract'
import type { OrderView } from '@/domain/order/present'
import { presentOrder } from '@/domain/order/present'
import type { Order } from '@/domain/order/schema'
import { aStaffMember } from '../../support/factories/account'
import { answer } from './fake-cloud'
import { signIn } from './render-page'

/** Who holds the phone at the desk. */
export const staff = aStaffMember()
export const asStaff = (order: Order): OrderView => presentOrder(staff, order)

/** A desk with these orders in every column, whatever is asked for. */
export function holdDesk(orders: Order[]): void {
  signIn(staff)
  answer('order.countDesk', () => ({ waiting: 12, later: 4, moving: 7, late: 3, unhappy: 1, unsafe: 0 }))
  answer('order.listDesk', () => ({ items: orders.map(asStaff), nextCursor: null }))
}

/** Chen: can do it, lives in the same building, is free. */
export const aSuggestion = (overrides: Partial<Suggestion> = {}): Suggestion => ({
  userId: 'volunteer-chen',
  nickname: '陈浩',
  score: 80,
  openCount: 0,
  monthCount: 2,
  reasons: ['skilled', 'sameBuilding', 'freeThen'],
  isEligible: true,
  ...overrides,
})
