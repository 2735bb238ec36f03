import { View } from '@tarojs/components'
import { handover } from '@/copy/appointments'
import type { Duties } from '@/domain/appointment/contract'
import type { Role } from '@/domain/shared/role'
import styles from './end-sheet.module.scss'

interface DutyListProps {
  duties: Duties
  role: Role
  /** The name of who comes after. */
  successor: string | null
}

/** What someone has on their hands, and who gets it. */
export function DutyList({ duties, role, successor }: DutyListProps) {
  const { takenOrders, series, pendingNeighbours, needsSuccessor } = duties
  const lines = [
    takenOrders > 0 ? handover.takenOrders(takenOrders) : '',
    series > 0 ? handover.series(series) : '',
    pendingNeighbours > 0 ? handover.pendingNeighbours(pendingNeighbours) : '',
  ].filter((line) => line !== '')
  return (
    <View className={styles.duties}>
      {lines.length === 0 && <View>{handover.nothing}</View>}
      {lines.length > 0 && <View className={styles.title}>{handover.onHands}</View>}
      {lines.map((line) => (
        <View key={line} className={styles.line}>
          {line}
        </View>
      ))}
      {lines.length > 0 && <View className={styles.hint}>{whereTo(role, successor)}</View>}
      {needsSuccessor && successor === null && (
        <View className={styles.title}>{handover.needsSuccessor}</View>
      )}
      {successor !== null && (role === 'communityStaff' || role === 'streetOffice') && (
        <View className={styles.hint}>{handover.second}</View>
      )}
    </View>
  )
}

function whereTo(role: Role, successor: string | null): string {
  if (role === 'volunteer') {
    return successor === null ? handover.goesToOffice : handover.goesToSuccessor(successor)
  }
  return successor === null ? handover.goesToStaff : handover.vouchedBySuccessor(successor)
}
