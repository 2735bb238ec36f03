import { View } from '@tarojs/components'
import { homeWords } from '@/copy/pages'
import type { Membership } from '@/domain/account/schema'
import { greetingAt } from '@/copy/time'
import { useNow } from '@/platform/use-now'
import styles from './greeting.module.scss'

/** Good morning, by name, and where one is at home. */
export function Greeting({ name, homes }: { name: string; homes: readonly Membership[] }) {
  const now = useNow()
  return (
    <View>
      <View className={styles.words}>{homeWords.greet(homeWords.greetings[greetingAt(now)], name)}</View>
      <View className={styles.home}>{homes[0]?.areaName ?? homeWords.neighbourhood}</View>
    </View>
  )
}
