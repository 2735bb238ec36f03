import { View } from '@tarojs/components'
import { common } from '@/copy/common'
import { useOnline } from '@/features/session/use-online'
import { aria } from './aria'
import styles from './offline-bar.module.scss'

/** A slim bar while there is no network; what is on the page stays. */
export function OfflineBar() {
  const isOnline = useOnline()
  if (isOnline) return null
  return (
    <View className={styles.bar} {...aria('status')}>
      {common.offline}
    </View>
  )
}
