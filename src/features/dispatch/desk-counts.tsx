import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { dispatch } from '@/copy/dispatch'
import { useAction } from '@/features/session/use-action'
import styles from './desk-counts.module.scss'

function Count({ value, label, isLate = false }: { value: number; label: string; isLate?: boolean }) {
  return (
    <View className={classNames(styles.count, isLate && value > 0 && styles.late)}>
      <View className={styles.value}>{value}</View>
      <View className={styles.label}>{label}</View>
    </View>
  )
}

/** How many wait, are on their way, are late. */
export function DeskCounts({ isEnabled }: { isEnabled: boolean }) {
  const { data } = useAction('order.countDesk', {}, { isEnabled })
  if (!data) return null
  return (
    <Card>
      <View className={styles.counts}>
        <Count value={data.waiting} label={dispatch.waiting} />
        <Count value={data.moving} label={dispatch.moving} />
        <Count isLate value={data.late} label={dispatch.late} />
      </View>
    </Card>
  )
}
