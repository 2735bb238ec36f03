import { View } from '@tarojs/components'
import { profileWords } from '@/copy/volunteer'
import type { Output } from '@/domain/contracts'
import styles from './deed-figures.module.scss'

export type Deeds = Output<'order.deeds'>

function Figure({ value, label }: { value: string; label: string }) {
  return (
    <View className={styles.figure}>
      <View className={styles.value}>{value}</View>
      <View className={styles.label}>{label}</View>
    </View>
  )
}

/** What my service adds up to: orders, time, people. */
export function DeedFigures({ deeds: { orders, minutes, people } }: { deeds: Deeds }) {
  return (
    <View className={styles.figures}>
      <Figure value={profileWords.orders(orders)} label={profileWords.ordersLabel} />
      <Figure value={profileWords.time(minutes)} label={profileWords.timeLabel} />
      <Figure value={profileWords.people(people)} label={profileWords.peopleLabel} />
    </View>
  )
}
