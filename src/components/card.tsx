import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { identity } from './aria'
import { classNames } from './class-names'
import { Tap } from './tap'
import styles from './card.module.scss'

interface CardProps {
  /** Makes the whole card a button. */
  onClick?: () => void
  label?: string
  /** A red edge: late. */
  isLate?: boolean
  /** No padding of its own: for a card that holds rows. */
  isFlush?: boolean
  id?: string
}

/** A surface for one thing. */
export function Card({ onClick, label, isLate, isFlush, id, children }: PropsWithChildren<CardProps>) {
  const className = classNames(styles.card, isLate && styles.late, isFlush && styles.flush)
  if (!onClick) {
    return (
      <View {...identity(id)} className={className}>
        {children}
      </View>
    )
  }
  return (
    <Tap id={id} className={className} label={label} onClick={onClick}>
      {children}
    </Tap>
  )
}
