import Taro from '@tarojs/taro'
import { invitationCodeIn } from './invitation-code'

/** Lets the person scan any code; its text, null where they gave up. */
export async function scanText(): Promise<string | null> {
  try {
    return (await Taro.scanCode({ onlyFromCamera: false })).result
  } catch {
    return null
  }
}

/**
 * Lets the person scan a building's code.
 * @returns its invitation code; null where they gave up; '' where what they scanned is none of ours.
 */
export async function scanInvitation(): Promise<string | null> {
  try {
    const { path, result } = await Taro.scanCode({ onlyFromCamera: false })
    return invitationCodeIn(path || result) ?? ''
  } catch {
    return null
  }
}

/**
 * Lets the person scan any code, a mini program's own among them: the page that it leads to, or its text; null where
 * they gave up.
 */
export async function scanAddress(): Promise<string | null> {
  try {
    const { path, result } = await Taro.scanCode({ onlyFromCamera: false })
    return path || result
  } catch {
    return null
  }
}
