import { View } from '@tarojs/components'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { digestWords as words } from '@/copy/numbers-page'
import type { DeskCounts } from '@/domain/numbers/digest'
import { open, routes } from '@/routes'
import styles from '../index.module.scss'

const shown = ['fresh', 'late', 'waiting', 'unrated', 'unhappy', 'unsafe', 'promises', 'newcomers'] as const
const bad: readonly string[] = ['late', 'unhappy', 'unsafe', 'promises']

/** How the desk stands this morning, in large numbers. */
export function Counts({ counts }: { counts: DeskCounts }) {
  return (
    <Card>
      <View className={styles.counts}>
        {shown.map((name) => (
          <View key={name}>
            <View className={classNames(styles.count, bad.includes(name) && counts[name] > 0 && styles.bad)}>
              {counts[name]}
            </View>
            <View className={styles.soft}>{words.counts[name]}</View>
          </View>
        ))}
      </View>
      <View className={styles.buttons}>
        <QuietButton onClick={() => open(routes.desk)}>{words.toDesk}</QuietButton>
      </View>
    </Card>
  )
}
