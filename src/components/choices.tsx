import { View } from '@tarojs/components'
import { aria } from './aria'
import { classNames } from './class-names'
import { Icon } from './icon'
import styles from './choices.module.scss'

export interface Choice<V> {
  value: V
  label: string
}

interface ChoicesProps<V> {
  choices: readonly Choice<V>[]
  isChosen: (value: V) => boolean
  onChoose: (value: V) => void
  /** Several may be chosen. */
  isMultiple?: boolean
}

/** Chips to choose from: the chosen one has a tick, not only a colour. */
export function Choices<V>({ choices, isChosen, onChoose, isMultiple = false }: ChoicesProps<V>) {
  return (
    <View className={styles.choices}>
      {choices.map(({ value, label }) => {
        const isOn = isChosen(value)
        return (
          <View
            key={label}
            className={classNames(styles.chip, isOn && styles.chosen)}
            aria-checked={isOn}
            {...aria(isMultiple ? 'checkbox' : 'radio', label)}
            onClick={() => onChoose(value)}
          >
            {isOn && <Icon name="check" size="small" colour="vest" />}
            <View>{label}</View>
          </View>
        )
      })}
    </View>
  )
}
