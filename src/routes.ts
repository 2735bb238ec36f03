import Taro from '@tarojs/taro'
import type { Service } from '@/domain/order/services'

/** Every page, and what it is given. */
export const routes = {
  home: '/pages/home/index',
  orders: '/pages/orders/index',
  chat: '/pages/chat/index',
  me: '/pages/me/index',
  join: (code: string) => `/pages/join/index?scene=${code}`,
  order: (id: string) => `/pages/order/index?id=${id}`,
  orderNew: (prefill: { service?: Service; text?: string } = {}) =>
    `/pages/order-new/index?service=${prefill.service ?? ''}&text=${encodeURIComponent(prefill.text ?? '')}`,
  hall: '/packages/volunteer/pages/hall/index',
  tasks: '/packages/volunteer/pages/tasks/index',
  /** My notices; opened at one of them. */
  notices: (id = '') => `/pages/notices/index?id=${id}`,
  desk: '/packages/staff/pages/desk/index',
  deskOrder: (id: string) => `/packages/staff/pages/order/index?id=${id}`,
  notice: '/packages/staff/pages/notice/index',
  invite: '/packages/staff/pages/invite/index',
  pending: '/packages/staff/pages/pending/index',
} as const

const tabs: readonly string[] = [routes.home, routes.orders, routes.chat, routes.me]

/** Opens a page: tabs by switching, others on top. */
export function open(url: string): void {
  void (tabs.includes(url) ? Taro.switchTab({ url }) : Taro.navigateTo({ url }))
}

/** Opens a page in place of this one: there is no way back to what is finished. */
export function openInstead(url: string): void {
  void (tabs.includes(url) ? Taro.switchTab({ url }) : Taro.redirectTo({ url }))
}

/** A parameter as it was before `encodeURIComponent`; WeChat gives it encoded, browsers decoded. */
export function paramText(value: string | undefined): string {
  try {
    return decodeURIComponent(value ?? '')
  } catch {
    return value ?? ''
  }
}
