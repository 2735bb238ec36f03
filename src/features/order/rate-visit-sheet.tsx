import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { Sheet } from '@/components/sheet'
import { SwitchRow } from '@/components/switch-row'
import { TextField } from '@/components/text-field'
import { orderWords, visitSafetyWords } from '@/copy/order'
import { eventWords } from '@/copy/order-events'
import { visitSafetySchema, type VisitSafety } from '@/domain/order/parts'
import styles from './sheets.module.scss'

interface RateVisitSheetProps {
  isRunning: boolean
  /** `isAvoided`: they would rather not go there again. */
  onSubmit: (rating: { safety: VisitSafety; note: string }, isAvoided: boolean) => void
  onClose: () => void
}

/** How safe the visit was, for staff alone. */
export function RateVisitSheet({ isRunning, onSubmit, onClose }: RateVisitSheetProps) {
  const [safety, setSafety] = useState<VisitSafety | null>(null)
  const [note, setNote] = useState('')
  const [isAvoided, setAvoided] = useState(false)
  const { button, consequence, reason } = eventWords.rateVisit
  return (
    <Sheet isOpen title={button} onClose={onClose}>
      <View className={styles.consequence}>{consequence}</View>
      <Choices
        choices={visitSafetySchema.options.map((value) => ({ value, label: visitSafetyWords[value] }))}
        isChosen={(value) => value === safety}
        onChoose={setSafety}
      />
      <View className={styles.gap} />
      <TextField isMultiline label={reason} value={note} maxLength={300} onChange={setNote} />
      <SwitchRow
        label={orderWords.avoid}
        hint={orderWords.avoidHint}
        isOn={isAvoided}
        onChange={setAvoided}
      />
      <PrimaryButton
        isDisabled={safety === null}
        isLoading={isRunning}
        onClick={() => safety && onSubmit({ safety, note }, isAvoided)}
      >
        {button}
      </PrimaryButton>
    </Sheet>
  )
}
