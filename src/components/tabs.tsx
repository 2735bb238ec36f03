import { View } from '@tarojs/components'
import { classNames } from './class-names'
import { Tap } from './tap'
import styles from './tabs.module.scss'

interface TabsProps<V extends string> {
  tabs: readonly { value: V; label: string; count?: string }[]
  chosen: V
  onChoose: (value: V) => void
}

/** A few views of the same list: the chosen one is underlined. */
export function Tabs<V extends string>({ tabs, chosen, onChoose }: TabsProps<V>) {
  return (
    <View className={classNames(styles.tabs, tabs.length > 3 && styles.many)}>
      {tabs.map(({ value, label, count }) => (
        <Tap
          key={value}
          role="tab"
          className={classNames(styles.tab, value === chosen && styles.chosen)}
          onClick={() => onChoose(value)}
        >
          {count === undefined ? label : `${label} ${count}`}
        </Tap>
      ))}
    </View>
  )
}
