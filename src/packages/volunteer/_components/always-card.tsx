import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { ruleWords } from '@/copy/repeat'
import { windowWords } from '@/copy/time'
import { volunteer } from '@/copy/volunteer'
import type { SeriesView } from '@/domain/series/contract'
import { startOf } from '@/domain/shared/day-keys'
import { minutes } from '@/domain/shared/time'
import { useNow } from '@/platform/use-now'
import styles from './always-card.module.scss'

/** Somebody I go to again and again: for whom, for what, and the next days. */
export function AlwaysCard({ series }: { series: SeriesView }) {
  const now = useNow()
  const { serviceName, requesterName, areaName, text, upcoming, repeat, isActive } = series
  const windowOn = (day: string) => ({
    from: startOf(day) + minutes(repeat.span.from),
    to: startOf(day) + minutes(repeat.span.to),
  })
  return (
    <Card>
      <View className={styles.head}>
        <Icon name="repeat" size="small" />
        <View>{`${serviceName} · ${volunteer.alwaysFor(requesterName)}`}</View>
      </View>
      {text !== '' && <View className={styles.text}>{text}</View>}
      <View className={styles.hint}>{`${ruleWords(repeat.rule)} · ${areaName}`}</View>
      {isActive && upcoming.length > 0 && <View className={styles.title}>{volunteer.alwaysNext}</View>}
      {isActive && upcoming.map((day) => <View key={day}>{windowWords(windowOn(day), now)}</View>)}
      <View className={styles.hint}>{closing(series)}</View>
    </Card>
  )
}

const closing = ({ isActive, upcoming }: SeriesView): string => {
  if (!isActive) return volunteer.alwaysStopped
  return upcoming.length > 0 ? volunteer.alwaysHint : volunteer.noDays
}
