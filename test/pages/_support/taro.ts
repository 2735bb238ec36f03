import { useEffect } from 'react'

/** A phone in memory: storage and route params are real, everything else is recorded and succeeds. */
const storage = new Map<string, unknown>()
let params: Record<string, string> = {}

const ignored = (): void => undefined

const phone: Record<string, unknown> = {
  /** A new page, with these params, on the same phone. */
  __open: (next: Record<string, string> = {}) => {
    params = next
  },
  __clear: () => {
    storage.clear()
    params = {}
  },
  ENV_TYPE: { WEAPP: 'WEAPP', WEB: 'WEB' },
  getEnv: () => 'WEAPP',
  getStorageSync: jest.fn((key: string) => storage.get(key) ?? ''),
  setStorageSync: jest.fn((key: string, value: unknown) => void storage.set(key, value)),
  removeStorageSync: jest.fn((key: string) => void storage.delete(key)),
  /** Nobody has agreed to the privacy guide yet. */
  getPrivacySetting: jest.fn(({ success }: { success: (given: { needAuthorization: boolean }) => void }) =>
    success({ needAuthorization: true }),
  ),
  getAppBaseInfo: jest.fn(() => ({ fontSizeSetting: 17 })),
  getWindowInfo: () => ({ windowWidth: 375, windowHeight: 812, pixelRatio: 2 }),
  onAppShow: jest.fn(),
  onAppHide: jest.fn(),
  offAppShow: ignored,
  offAppHide: ignored,
  onNetworkStatusChange: ignored,
  getNetworkType: jest.fn(() => Promise.resolve({ networkType: 'wifi' })),
  offNetworkStatusChange: ignored,
  nextTick: (next: () => void) => setTimeout(next, 0),
  useRouter: () => ({ path: '', params }),
  useLoad: (onLoad: (given: unknown) => void) => useEffect(() => onLoad(params), [onLoad]),
  useDidShow: (onShow: () => void) => useEffect(onShow, [onShow]),
  useDidHide: ignored,
  usePullDownRefresh: ignored,
  useReachBottom: ignored,
  useShareAppMessage: ignored,
  usePageScroll: ignored,
}

const proxy: Record<string, unknown> = new Proxy(phone, {
  get: (target, name) => {
    if (typeof name !== 'string' || name === 'then') return undefined
    if (name === '__esModule') return true
    if (name === 'default') return proxy
    target[name] ??= jest.fn(() => Promise.resolve({ errMsg: `${name}:ok` }))
    return target[name]
  },
})
module.exports = proxy
