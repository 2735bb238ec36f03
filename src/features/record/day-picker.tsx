import { Picker, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { certificateWords } from '@/copy/certificate'
import { dateWords } from '@/copy/time'
import { startOf } from '@/domain/shared/day-keys'
import styles from './record.module.scss'

interface DayPickerProps {
  label: string
  /** Days `2026-11-22`. */
  day: string
  from: string
  to: string
  onChange: (day: string) => void
}

/** A day to tap and change, within bounds. */
export function DayPicker({ label, day, from, to, onChange }: DayPickerProps) {
  const words = dateWords(startOf(day))
  return (
    <Picker mode="date" value={day} start={from} end={to} onChange={({ detail }) => onChange(detail.value)}>
      <View className={styles.day} {...aria('button', certificateWords.chooseDay(label, words))}>
        <View className={styles.label}>{label}</View>
        <View className={styles.chosen}>{words}</View>
      </View>
    </Picker>
  )
}
