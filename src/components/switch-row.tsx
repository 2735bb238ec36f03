import { View } from '@tarojs/components'
import { aria } from './aria'
import { classNames } from './class-names'
import styles from './switch-row.module.scss'

interface SwitchRowProps {
  label: string
  /** What it changes, in a sentence. */
  hint?: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}

/** On or off: the whole row is the switch. */
export function SwitchRow({ label, hint, isOn, onChange }: SwitchRowProps) {
  return (
    <View
      className={styles.row}
      aria-checked={isOn}
      {...aria('switch', label)}
      onClick={() => onChange(!isOn)}
    >
      <View className={styles.words}>
        <View className={styles.label}>{label}</View>
        {hint && <View className={styles.hint}>{hint}</View>}
      </View>
      <View aria-hidden className={classNames(styles.track, isOn && styles.on)}>
        <View className={styles.knob} />
      </View>
    </View>
  )
}
