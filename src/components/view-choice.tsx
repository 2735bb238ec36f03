import { View } from '@tarojs/components'
import { Choices } from './choices'
import styles from './view-choice.module.scss'

interface ViewChoiceProps<T extends string> {
  /** What each is called, in the order in which they stand. */
  names: Readonly<Record<T, string>>
  view: T
  /** What to know of the one that is shown. */
  hint?: string | undefined
  onChoose: (view: T) => void
}

/** Which part of a list is shown, above it: what waits, what is done. */
export function ViewChoice<T extends string>({ names, view, hint, onChoose }: ViewChoiceProps<T>) {
  const views = Object.keys(names) as T[]
  return (
    <>
      <View className={styles.row}>
        <Choices
          choices={views.map((value) => ({ value, label: names[value] }))}
          isChosen={(value) => value === view}
          onChoose={onChoose}
        />
      </View>
      {hint && <View className={styles.row}>{hint}</View>}
    </>
  )
}
