import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import styles from './way-row.module.scss'

/** A row that leads somewhere, with a word about what is there. */
export function WayRow({ words, hint, onClick }: { words: string; hint: string; onClick: () => void }) {
  return (
    <Tap className={styles.row} role="link" onClick={onClick}>
      <View className={styles.words}>
        <View>{words}</View>
        <View className={styles.hint}>{hint}</View>
      </View>
      <Icon name="next" size="small" />
    </Tap>
  )
}
