import { View } from '@tarojs/components'
import { Sheet } from '@/components/sheet'
import { planWords } from '@/copy/dispatch'
import { PickRow, PickWords } from '@/features/dispatch/pick-row'
import type { PlanItem } from '@/features/dispatch/plan'
import { SuggestionRow } from '@/features/dispatch/suggestion-row'
import { titleOf } from '@/features/order/title'
import styles from './plan.module.scss'

interface ChooseSheetProps {
  item: PlanItem
  chosenId: string | null
  /** null: nobody for now. */
  onChoose: (volunteerId: string | null) => void
  onClose: () => void
}

/** Somebody else for one order of the plan, or nobody. */
export function ChooseSheet({ item: { order, choices }, chosenId, onChoose, onClose }: ChooseSheetProps) {
  return (
    <Sheet isOpen title={planWords.changeTitle} onClose={onClose}>
      <View className={styles.about}>{titleOf(order)}</View>
      <View className={styles.rows}>
        {choices.map((suggestion) => (
          <SuggestionRow
            key={suggestion.userId}
            isSingle
            suggestion={suggestion}
            service={order.service}
            isChosen={suggestion.userId === chosenId}
            onChoose={() => onChoose(suggestion.userId)}
          />
        ))}
        <PickRow label={planWords.leave} isChosen={chosenId === null} onChoose={() => onChoose(null)}>
          <PickWords title={planWords.leave} hint="" />
        </PickRow>
      </View>
    </Sheet>
  )
}
