import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { aria } from '@/components/aria'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import styles from './pick-row.module.scss'

interface PickRowProps {
  /** What it is, for screen readers. */
  label: string
  isChosen: boolean
  onChoose: () => void
  /** Several may be chosen. */
  isMultiple?: boolean
  /** Stands out a little: the best. */
  isBest?: boolean
}

/** A row to choose, with more to say than fits a chip: a tick stands before the chosen one. */
export function PickRow(props: PropsWithChildren<PickRowProps>) {
  const { label, isChosen, onChoose, isMultiple, isBest, children } = props
  return (
    <View
      className={classNames(styles.row, isBest && styles.best, isChosen && styles.chosen)}
      aria-checked={isChosen}
      {...aria(isMultiple ? 'checkbox' : 'radio', label)}
      onClick={onChoose}
    >
      <View aria-hidden className={classNames(styles.mark, isMultiple && styles.square)}>
        {isChosen && <Icon name="check" size="small" colour="vest" />}
      </View>
      <View className={styles.body}>{children}</View>
    </View>
  )
}

/** The usual words of such a row: a line, and a smaller one below. */
export function PickWords({ title, hint }: { title: string; hint: string }) {
  return (
    <View>
      <View className={styles.title}>{title}</View>
      {hint !== '' && <View className={styles.hint}>{hint}</View>}
    </View>
  )
}
