import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, type RenderResult } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { ComponentType } from 'react'
import { capabilitiesOf } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import { presentOrder } from '@/domain/order/present'
import type { Order } from '@/domain/order/schema'
import { anAccount } from '../../support/factories/account'
import { answer } from './fake-cloud'

/** Opens a page as the phone does: with its params, in a fresh session. */
export function openPage(Page: ComponentType, params: Record<string, string> = {}): RenderResult {
  ;(Taro as unknown as { __open: (given: object) => void }).__open(params)
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <QueryClientProvider client={queries}>
      <Page />
    </QueryClientProvider>,
  )
}

/** This account holds the phone; null is a newcomer. */
export function signIn(account: Account | null = anAccount()): void {
  answer('account.me', () => ({
    account,
    capabilities: account ? capabilitiesOf(account) : [],
    topics: [],
  }))
  answer('order.countDesk', () => ({ waiting: 0, later: 0, moving: 0, late: 0, unhappy: 0, unsafe: 0 }))
  answer('membership.pending', () => ({ items: [], nextCursor: null }))
  answer('inbox.counts', () => ({ waiting: 0, reports: 0, promises: 0, overdue: 0, visits: 0 }))
  // Nobody for whom they act.
  answer('resident.charges', () => ({ items: [] }))
  // Nobody has said anything in an order's thread.
  answer('chat.history', () => ({ items: [], hasMore: false, readTo: 0 }))
}

/** The cloud holds this order, and shows it to `viewer` as it would. */
export function holdOrder(order: Order, viewer: Account = anAccount()): void {
  answer('order.get', () => ({ order: presentOrder(viewer, order) }))
}
