import { Text } from '@tarojs/components'
import { agoWords, momentWords } from '@/copy/time'
import type { Timestamp } from '@/domain/shared/time'
import { useNow } from '@/platform/use-now'

/** A moment as people say it; `isPast` says how long ago. */
export function TimeText({ at, isPast = false }: { at: Timestamp; isPast?: boolean }) {
  const now = useNow()
  return <Text>{isPast ? agoWords(at, now) : momentWords(at, now)}</Text>
}
