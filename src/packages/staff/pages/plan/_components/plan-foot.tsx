import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria'
import { PrimaryButton, QuietButton } from '@/components/button'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { planWords } from '@/copy/dispatch'
import { totalsOf } from '@/features/dispatch/plan'
import type { PlanDesk } from '@/features/dispatch/use-plan'
import { open, routes } from '@/routes'
import styles from './plan.module.scss'

/** What stands at the bottom: how it goes while it is sent, what came of it, or how much it is. */
function summaryOf({ lines, results, progress, unsent }: PlanDesk): string {
  if (progress) return planWords.sending(progress.done, progress.of)
  const answers = Object.values(results)
  if (answers.length > 0) {
    const sent = answers.filter(Boolean).length
    const moved = answers.length - sent
    const words = moved === 0 ? planWords.allSent(sent) : planWords.someMoved(sent, moved)
    return unsent.length > 0 ? `${words}，${planWords.unsent(unsent.length)}` : words
  }
  const { orders, people, left } = totalsOf(lines)
  const words = planWords.summary(orders, people)
  return left > 0 ? `${words}，${planWords.left(left)}` : words
}

/** How many orders, how many people; then yes. */
export function PlanFoot({ plan }: { plan: PlanDesk }) {
  const [isAsking, setIsAsking] = useState(false)
  const isSending = plan.progress !== null
  const people = new Set(plan.unsent.flatMap(({ volunteerIds }) => volunteerIds)).size
  const isOver = plan.unsent.length === 0 && Object.keys(plan.results).length > 0
  const send = (): void => {
    setIsAsking(false)
    void plan.confirm()
  }
  return (
    <View className={styles.foot}>
      <View className={styles.summary} {...aria('status')} aria-live="polite">
        {summaryOf(plan)}
      </View>
      <View className={styles.buttons}>
        <QuietButton isDisabled={isSending} onClick={plan.restart}>
          {planWords.again}
        </QuietButton>
        {isOver ? (
          <PrimaryButton onClick={() => open(routes.desk)}>{planWords.toDesk}</PrimaryButton>
        ) : (
          <PrimaryButton
            isDisabled={plan.unsent.length === 0}
            isLoading={isSending}
            onClick={() => setIsAsking(true)}
          >
            {planWords.confirm}
          </PrimaryButton>
        )}
      </View>
      <ConfirmSheet
        isOpen={isAsking}
        title={planWords.confirm}
        consequence={planWords.check(plan.unsent.length, people)}
        confirmWords={planWords.confirm}
        onConfirm={send}
        onClose={() => setIsAsking(false)}
      />
    </View>
  )
}
