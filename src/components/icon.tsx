import { View } from '@tarojs/components'
import { classNames } from './class-names'
import { iconPicture, type IconName, type InkColour } from './icon-shapes'
import styles from './icon.module.scss'

interface IconProps {
  name: IconName
  colour?: InkColour
  /** small 16, medium 20, large 28, huge 36 px. */
  size?: 'small' | 'medium' | 'large' | 'huge'
  isFilled?: boolean
}

/** A drawing beside words that say the same: hidden from screen readers. */
export function Icon({ name, colour = 'ink-2', size = 'medium', isFilled = false }: IconProps) {
  return (
    <View
      aria-hidden
      className={classNames(styles.icon, styles[size])}
      style={{ backgroundImage: `url("${iconPicture(name, colour, isFilled)}")` }}
    />
  )
}
