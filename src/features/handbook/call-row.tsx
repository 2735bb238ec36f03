import { View } from '@tarojs/components'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { sosWords } from '@/copy/order-form'
import { callNumber } from '@/platform/call-number'
import styles from './handbook.module.scss'

interface CallRowProps {
  name: string
  number: string
  /** When someone answers there. */
  hours?: string
  onCall?: () => void
}

/** 120 and 12345 stand beside the name, a whole number under it: each at the same place on every row. */
const shortNumber = 5

/** Whom to call: the whole row does it. */
export function CallRow({ name, number, hours = '', onCall }: CallRowProps) {
  const call = (): void => {
    onCall?.()
    callNumber(number)
  }
  return (
    <Tap className={styles.call} label={sosWords.call(name, number)} onClick={call}>
      <Icon name="call" size="large" colour="vest" />
      <View className={classNames(styles.line, number.length > shortNumber && styles.stacked)}>
        <View className={styles.who}>
          <View className={styles.name}>{name}</View>
          {hours !== '' && <View className={styles.hours}>{hours}</View>}
        </View>
        <View className={styles.number}>{number}</View>
      </View>
    </Tap>
  )
}
