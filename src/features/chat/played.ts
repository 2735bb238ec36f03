import { keep, read } from '@/platform/storage'

/** The voices I have listened to, newest last; what is older than these no longer asks to be heard. */
const key = 'chat/played'
const remembered = 300

function played(): string[] {
  const kept = read(key)
  return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : []
}

export const isPlayed = (messageId: string): boolean => played().includes(messageId)

export function notePlayed(messageId: string): void {
  const before = played()
  if (!before.includes(messageId)) keep(key, [...before, messageId].slice(-remembered))
}
