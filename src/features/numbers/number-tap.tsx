import { View } from '@tarojs/components'
import { classNames } from '@/components/class-names'
import { Tap } from '@/components/tap'
import { numbersWords as words } from '@/copy/numbers-page'
import { open, routes } from '@/routes'
import { drillQuery, type DrillAt } from './drill'
import styles from './numbers.module.scss'

interface NumberTapProps {
  /** The number, as it is written. */
  count: string
  name: string
  /** A share, in small. */
  aside?: string
  /** Whose number it is; '' for all of them together. */
  where: string
  at: DrillAt
  isLarge?: boolean
  isBad?: boolean
}

/** A number: a tap opens the orders behind it. */
export function NumberTap({ count, name, aside = '', where, at, isLarge, isBad }: NumberTapProps) {
  return (
    <Tap
      className={classNames(styles.number, isLarge && styles.large)}
      label={words.openOrders(count, name, where)}
      onClick={() => open(routes.numberOrders(drillQuery(at)))}
    >
      <View className={classNames(styles.count, isBad && styles.bad)}>{count}</View>
      <View className={styles.name}>{aside === '' ? name : `${name} ${aside}`}</View>
    </Tap>
  )
}
