import { View } from '@tarojs/components'
import { Tap } from '@/components/tap'
import { notice as words } from '@/copy/notice'
import type { NoticeView } from '@/domain/notice/contract'
import styles from './read-bar.module.scss'

interface ReadBarProps {
  reach: NonNullable<NoticeView['reach']>
  onOpen?: () => void
}

/** In how many flats somebody has read a notice; a tap shows where nobody has. */
export function ReadBar({ reach: { households, readHouseholds }, onOpen }: ReadBarProps) {
  const share = households === 0 ? 0 : Math.min(1, readHouseholds / households)
  const said = words.reach(readHouseholds, households)
  const bar = (
    <View className={styles.bar}>
      <View aria-hidden className={styles.track}>
        <View className={styles.fill} style={{ width: `${Math.round(share * 100)}%` }} />
      </View>
      <View className={styles.words}>
        <View>{said}</View>
        {onOpen && readHouseholds < households && <View className={styles.who}>{words.whoHasNot}</View>}
      </View>
    </View>
  )
  if (!onOpen) return bar
  return (
    <Tap className={styles.tap} label={`${said}，${words.whoHasNot}`} onClick={onOpen}>
      {bar}
    </Tap>
  )
}
