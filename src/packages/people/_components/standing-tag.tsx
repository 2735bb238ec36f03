import { View } from '@tarojs/components'
import { classNames } from '@/components/class-names'
import { standingWords } from '@/copy/residents'
import type { Standing } from '@/domain/account/schema'
import styles from './people.module.scss'

const shapes = {
  unconfirmed: '○',
  confirmed: '✓',
  declined: '×',
  left: '–',
  removed: '×',
} as const satisfies Record<Standing, string>

/** How someone stands in a home: colour, shape and word. */
export const StandingTag = ({ standing }: { standing: Standing }) => (
  <View className={classNames(styles.standing, styles[standing])}>
    {`${shapes[standing]} ${standingWords[standing]}`}
  </View>
)
