import { View } from '@tarojs/components'
import { Tap } from '@/components/tap'
import { chat } from '@/copy/chat'
import { momentWords } from '@/copy/time'
import { useNow } from '@/platform/use-now'
import { open, routes } from '@/routes'
import type { Mute } from './use-group-state'
import styles from './chat-view.module.scss'

/** In the place of the field: why I can't write now, until when, and what I can do about it. */
export function Muted({ mute: { why, until, reason } }: { mute: Mute }) {
  const when = momentWords(until, useNow())
  if (why === 'announcements') return <View className={styles.closed}>{chat.announcementsOnly(when)}</View>
  return (
    <View className={styles.closed}>
      <View>{chat.silenced(when, reason)}</View>
      <Tap className={styles.appeal} onClick={() => open(routes.myCases)}>
        {chat.appeal}
      </Tap>
    </View>
  )
}
