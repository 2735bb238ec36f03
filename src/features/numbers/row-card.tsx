import { View } from '@tarojs/components'
import { figureNames } from '@/copy/numbers'
import { numbersWords as words, usualWords } from '@/copy/numbers-page'
import type { Row } from './chart-option'
import type { Ground } from './drill'
import { NumberTap } from './number-tap'
import styles from './numbers.module.scss'

const shown = ['arrived', 'done', 'late', 'reopened'] as const

interface RowCardProps {
  row: Row
  ground: Ground
}

/** A line of the table: a service, a building or a week, with its numbers. */
export function RowCard({ row: { name, figures }, ground }: RowCardProps) {
  return (
    <View className={styles.row}>
      <View className={styles.title}>{name}</View>
      <View className={styles.numbers}>
        {shown.map((drill) => (
          <NumberTap
            key={drill}
            count={String(figures[drill])}
            name={figureNames[drill]}
            where={name}
            at={{ ...ground, drill }}
            isBad={drill === 'late' && figures.late > 0}
          />
        ))}
        <NumberTap
          count={words.stars(figures.stars)}
          name={words.starsName}
          where={name}
          at={{ ...ground, drill: 'rated' }}
        />
      </View>
      {figures.toAccept.median !== null && (
        <View className={styles.soft}>{words.usuallyTaken(usualWords(figures.toAccept.median))}</View>
      )}
    </View>
  )
}
