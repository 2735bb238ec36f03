import Taro from '@tarojs/taro'
import { personaId } from './persona'

/** Phones of the local street share one origin: each keeps its things under its persona. */
const keyOf = (key: string): string => `${personaId() ?? 'me'}/${key}`

/** What was kept under `key`, or null; never throws, since a full or broken storage must not stop a page. */
export function read(key: string): unknown {
  try {
    const text: unknown = Taro.getStorageSync(keyOf(key))
    return typeof text === 'string' && text !== '' ? JSON.parse(text) : null
  } catch {
    return null
  }
}

/** Keeps `value` on this phone; says whether it was kept. */
export function keep(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(keyOf(key), JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(keyOf(key))
  } catch {
    // Nothing was kept, or nothing can be: the same to the caller.
  }
}
