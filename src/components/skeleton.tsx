import { View } from '@tarojs/components'
import { common } from '@/copy/common'
import { aria } from './aria'
import { Card } from './card'
import styles from './skeleton.module.scss'

/** Cards of the real shape while the first answer is on its way. */
export function Skeleton({ count = 3 }: { count?: number }) {
  return (
    <View {...aria('status', common.loading)}>
      {Array.from({ length: count }, (_, index) => (
        <Card key={index}>
          <View className={styles.title} />
          <View className={styles.line} />
          <View className={styles.short} />
        </Card>
      ))}
    </View>
  )
}
