import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Tap } from '@/components/tap'
import { figureNames } from '@/copy/numbers'
import { numbersWords as words, spreadWords } from '@/copy/numbers-page'
import type { Drill, Figures } from '@/domain/numbers/contract'
import { open, routes } from '@/routes'
import { drillQuery, type Ground } from './drill'
import { NumberTap } from './number-tap'
import styles from './numbers.module.scss'

/** As they are read: how much came, how it stands, and what went wrong. */
const shown = ['arrived', 'waiting', 'moving', 'done', 'late', 'reopened', 'cancelled', 'rated'] as const

interface TotalsProps {
  figures: Figures
  ground: Ground
}

/** All orders of a period, in large numbers. */
export function Totals({ figures, ground }: TotalsProps) {
  const line = (name: string, drill: Drill, said: string) => (
    <Tap
      className={styles.spread}
      onClick={() => open(routes.numberOrders(drillQuery({ ...ground, drill })))}
    >
      <View className={styles.name}>{name}</View>
      <View>{said}</View>
    </Tap>
  )
  return (
    <Card>
      <View className={styles.grid}>
        {shown.map((drill) => (
          <NumberTap
            key={drill}
            isLarge
            count={String(figures[drill])}
            name={figureNames[drill]}
            aside={drill === 'late' ? words.share(figures.late, figures.arrived) : ''}
            where=""
            at={{ ...ground, drill }}
            isBad={drill === 'late' && figures.late > 0}
          />
        ))}
        <NumberTap
          isLarge
          count={words.stars(figures.stars)}
          name={words.starsName}
          where=""
          at={{ ...ground, drill: 'rated' }}
        />
      </View>
      {line(words.toAccept, 'accepted', spreadWords(figures.toAccept))}
      {line(words.toFinish, 'done', spreadWords(figures.toFinish))}
      {line(figureNames.unhappy, 'unhappy', words.seeUnhappy)}
      <View className={styles.soft}>{words.reopenedHint}</View>
    </Card>
  )
}
