import { View } from '@tarojs/components'
import { Tap } from '@/components/tap'
import { notice as words } from '@/copy/notice'
import styles from './read-bar.module.scss'

/** How far a notice has come; a tap shows who has not read it. */
export function ReadBar({
  reach,
  onOpen,
}: {
  reach: { read: number; residents: number }
  onOpen?: () => void
}) {
  const share = reach.residents === 0 ? 0 : Math.min(1, reach.read / reach.residents)
  const bar = (
    <View>
      <View aria-hidden className={styles.track}>
        <View className={styles.fill} style={{ width: `${Math.round(share * 100)}%` }} />
      </View>
      <View className={styles.words}>
        <View>{words.reach(reach.read, reach.residents)}</View>
        {onOpen && reach.read < reach.residents && <View className={styles.who}>{words.whoHasNot}</View>}
      </View>
    </View>
  )
  if (!onOpen) return bar
  return (
    <Tap
      className={styles.tap}
      label={`${words.reach(reach.read, reach.residents)}，${words.whoHasNot}`}
      onClick={onOpen}
    >
      {bar}
    </Tap>
  )
}
