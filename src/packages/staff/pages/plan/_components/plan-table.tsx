import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { planWords } from '@/copy/dispatch'
import type { PlanItem } from '@/features/dispatch/plan'
import type { PlanDesk } from '@/features/dispatch/use-plan'
import { ChooseSheet } from './choose-sheet'
import { PlanRow } from './plan-row'
import styles from './plan.module.scss'

/** The plan, a row for each order. */
export function PlanTable({ plan }: { plan: PlanDesk }) {
  const [changing, setChanging] = useState<PlanItem | null>(null)
  const chosenFor = (item: PlanItem): string[] =>
    plan.lines.find((line) => line.item === item)?.helpers.map(({ userId }) => userId) ?? []
  return (
    <View className={styles.table}>
      <View aria-hidden className={styles.titles}>
        <View>{planWords.order}</View>
        <View>{planWords.helper}</View>
      </View>
      <Card isFlush>
        {plan.lines.map((line) => (
          <PlanRow
            key={line.item.order._id}
            line={line}
            result={plan.results[line.item.order._id]}
            onChange={plan.progress === null ? () => setChanging(line.item) : null}
          />
        ))}
      </Card>
      {changing && (
        <ChooseSheet
          item={changing}
          chosenIds={chosenFor(changing)}
          onChoose={(volunteerIds) => plan.choose(changing.order._id, volunteerIds)}
          onClose={() => setChanging(null)}
        />
      )}
    </View>
  )
}
