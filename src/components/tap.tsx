import { View, type ViewProps } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria, identity } from './aria'
import { classNames } from './class-names'
import styles from './tap.module.scss'

interface TapProps {
  onClick: () => void
  /** What it does, for screen readers; leave out where its own words say so. */
  label?: string
  className?: string
  isDisabled?: boolean
  id?: string
  role?: 'button' | 'link' | 'tab'
}

/** Anything that is tapped but is no button to the eye: a card, a tile, a row. */
export function Tap({
  onClick,
  label,
  className,
  isDisabled = false,
  id,
  role = 'button',
  children,
}: PropsWithChildren<TapProps>) {
  const hover: Pick<ViewProps, 'hoverClass' | 'hoverStayTime'> = {
    hoverClass: isDisabled ? 'none' : (styles.pressed ?? ''),
    hoverStayTime: 80,
  }
  return (
    <View
      {...identity(id)}
      className={classNames(styles.tap, className)}
      aria-disabled={isDisabled}
      {...hover}
      {...aria(role, label)}
      onClick={isDisabled ? undefined : onClick}
    >
      {children}
    </View>
  )
}
