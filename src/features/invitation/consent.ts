import { hasAgreed } from '@/platform/privacy'
import { keep, read } from '@/platform/storage'

/** The privacy guide as it now stands; another one is asked for anew. */
export const privacyVersion = '2026-11'

const storageKey = 'privacy'

/** Has this phone's owner agreed to the guide, here or in WeChat's own dialog? */
export const hasConsented = async (): Promise<boolean> => read(storageKey) === privacyVersion || hasAgreed()

export const keepConsent = (): void => void keep(storageKey, privacyVersion)
