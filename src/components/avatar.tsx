import { View } from '@tarojs/components'
import { classNames } from './class-names'
import styles from './avatar.module.scss'

const tints = ['vest', 'jade', 'amber', 'sky'] as const

/** The same name has the same tint on every phone. */
const tintOf = (name: string): (typeof tints)[number] => {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return tints[sum % tints.length] ?? 'sky'
}

/** A face for a name: its first letter on a tint. */
export function Avatar({ name, size = 'medium' }: { name: string; size?: 'small' | 'medium' | 'large' }) {
  return (
    <View aria-hidden className={classNames(styles.avatar, styles[size], styles[tintOf(name)])}>
      {[...name][0] ?? ''}
    </View>
  )
}
