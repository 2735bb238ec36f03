import type { PlainObject } from '../types'
import { asyncApi, type WxContext } from './context'

const LIMIT_PER_KEY = 1024 * 1024

/** `wx.setStorage` and its family, on a map of JSON texts. */
export function storageApis({ storage }: WxContext): Record<string, unknown> {
  const get = (key: string): unknown => {
    const text = storage.get(key)
    return text === undefined ? '' : (JSON.parse(text) as { data: unknown }).data
  }
  const set = (key: string, data: unknown) => {
    const text = JSON.stringify({ data })
    if (text.length > LIMIT_PER_KEY) throw new Error('entry size limit reached')
    storage.set(key, text)
  }
  const info = (): PlainObject => {
    const size = [...storage.values()].reduce((sum, text) => sum + text.length, 0)
    return { keys: [...storage.keys()], currentSize: Math.ceil(size / 1024), limitSize: 10240 }
  }
  return {
    getStorageSync: get,
    setStorageSync: set,
    removeStorageSync: (key: string) => void storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: info,
    getStorage: asyncApi('getStorage', ({ key }) => {
      if (!storage.has(String(key))) throw new Error('data not found')
      return { data: get(String(key)) }
    }),
    setStorage: asyncApi('setStorage', ({ key, data }) => set(String(key), data)),
    removeStorage: asyncApi('removeStorage', ({ key }) => void storage.delete(String(key))),
    clearStorage: asyncApi('clearStorage', () => storage.clear()),
    getStorageInfo: asyncApi('getStorageInfo', info),
  }
}
