import { View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { importWords as words } from '@/copy/place'
import type { ImportState } from './use-import'
import styles from '../index.module.scss'

/** How far it has come, in numbers and as a bar. */
export function Progress({ state }: { state: Extract<ImportState, { step: 'running' }> }) {
  const { done, total } = state.import
  const share = total === 0 ? 100 : Math.round((done / total) * 100)
  return (
    <View className={styles.middle}>
      <View className={styles.title} {...aria('status')}>
        {words.progress(done, total)}
      </View>
      <View className={styles.track} aria-hidden>
        <View className={styles.bar} style={{ width: `${share}%` }} />
      </View>
      <View className={styles.soft}>{state.isStopped ? words.stopped : words.goOn}</View>
    </View>
  )
}
