import { View } from '@tarojs/components'
import { aria } from './aria'
import { classNames } from './class-names'
import { Icon } from './icon'
import type { IconName } from './icon-shapes'
import styles from './choices.module.scss'

export interface Choice<V> {
  value: V
  label: string
  icon?: IconName
}

interface ChoicesProps<V> {
  choices: readonly Choice<V>[]
  isChosen: (value: V) => boolean
  onChoose: (value: V) => void
  /** Several may be chosen. */
  isMultiple?: boolean
  /** Two to a row, with their drawings, instead of chips. */
  isTiled?: boolean
}

/** Chips to choose from: the chosen one has a tick, not only a colour. */
export function Choices<V>({
  choices,
  isChosen,
  onChoose,
  isMultiple = false,
  isTiled = false,
}: ChoicesProps<V>) {
  return (
    <View className={isTiled ? styles.tiles : styles.choices}>
      {choices.map(({ value, label, icon }) => {
        const isOn = isChosen(value)
        return (
          <View
            key={label}
            className={classNames(styles.chip, isTiled && styles.tile, isOn && styles.chosen)}
            aria-checked={isOn}
            {...aria(isMultiple ? 'checkbox' : 'radio', label)}
            onClick={() => onChoose(value)}
          >
            {icon && <Icon name={icon} colour={isOn ? 'vest' : 'ink-2'} />}
            {isOn && !icon && <Icon name="check" size="small" colour="vest" />}
            <View>{label}</View>
          </View>
        )
      })}
    </View>
  )
}
