import { View } from '@tarojs/components'
import { PrimaryButton } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { planWords } from '@/copy/dispatch'
import { PickRow, PickWords } from '@/features/dispatch/pick-row'
import { toggled, wantedBy, type PlanItem } from '@/features/dispatch/plan'
import { SuggestionRow } from '@/features/dispatch/suggestion-row'
import { titleOf } from '@/features/order/title'
import styles from './plan.module.scss'

interface ChooseSheetProps {
  item: PlanItem
  chosenIds: readonly string[]
  /** None: nobody for now. */
  onChoose: (volunteerIds: readonly string[]) => void
  onClose: () => void
}

/** Somebody else for one order of the plan, or nobody; where several are wanted, one after another. */
export function ChooseSheet({ item, chosenIds, onChoose, onClose }: ChooseSheetProps) {
  const { order, choices } = item
  const wanted = wantedBy(item)
  const isSingle = wanted <= 1
  const choose = (ids: readonly string[]): void => {
    onChoose(ids)
    if (isSingle || ids.length === 0) onClose()
  }
  return (
    <Sheet isOpen title={planWords.changeTitle} onClose={onClose}>
      <View className={styles.about}>{titleOf(order)}</View>
      {!isSingle && <View className={styles.hint}>{planWords.wanted(wanted, chosenIds.length)}</View>}
      <View className={styles.rows}>
        {choices.map((suggestion) => (
          <SuggestionRow
            key={suggestion.userId}
            isSingle={isSingle}
            suggestion={suggestion}
            service={order.service}
            isChosen={chosenIds.includes(suggestion.userId)}
            onChoose={() =>
              choose(isSingle ? [suggestion.userId] : toggled(item, chosenIds, suggestion.userId))
            }
          />
        ))}
        <PickRow label={planWords.leave} isChosen={chosenIds.length === 0} onChoose={() => choose([])}>
          <PickWords title={planWords.leave} hint="" />
        </PickRow>
      </View>
      {!isSingle && <PrimaryButton onClick={onClose}>{planWords.chosen}</PrimaryButton>}
    </Sheet>
  )
}
