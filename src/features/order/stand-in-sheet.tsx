import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { ListStates, wholeList } from '@/components/list-states'
import { Sheet } from '@/components/sheet'
import { orderWords } from '@/copy/order'
import { eventWords } from '@/copy/order-events'
import { useAction } from '@/features/session/use-action'
import styles from './sheets.module.scss'

interface StandInSheetProps {
  orderId: string
  isRunning: boolean
  onSubmit: (volunteerId: string) => void
  onClose: () => void
}

/** Whom to ask to go instead of me. */
export function StandInSheet({ orderId, isRunning, onSubmit, onClose }: StandInSheetProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const query = useAction('order.listStandIns', { orderId })
  const { button, consequence } = eventWords.proposeStandIn
  return (
    <Sheet isOpen title={button} onClose={onClose}>
      <View className={styles.consequence}>{consequence}</View>
      <ListStates
        list={wholeList(query, ({ items }) => items)}
        keyOf={({ userId }) => userId}
        empty={{ words: orderWords.noStandIn }}
        render={({ userId, nickname }) => (
          <Choices
            choices={[{ value: userId, label: nickname }]}
            isChosen={(value) => value === chosen}
            onChoose={setChosen}
          />
        )}
      />
      <View className={styles.gap} />
      <PrimaryButton
        isDisabled={chosen === null}
        isLoading={isRunning}
        onClick={() => chosen !== null && onSubmit(chosen)}
      >
        {button}
      </PrimaryButton>
    </Sheet>
  )
}
