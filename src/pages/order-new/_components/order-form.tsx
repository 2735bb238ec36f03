import { View } from '@tarojs/components'
import { Fragment, useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Screen } from '@/components/screen'
import { common } from '@/copy/common'
import { orderFormWords } from '@/copy/pages'
import { serviceDeeds } from '@/copy/services'
import { windowWords } from '@/copy/time'
import type { Membership } from '@/domain/account/schema'
import type { Service } from '@/domain/order/services'
import { useElderMode } from '@/features/elder/elder-mode'
import { inputOf, problemsOf } from '@/features/order/draft'
import { useDraft } from '@/features/order/use-draft'
import { useCommand } from '@/features/session/use-command'
import { askConsent } from '@/platform/subscribe'
import { toast } from '@/platform/toast'
import { useNow } from '@/platform/use-now'
import { openInstead, routes } from '@/routes'
import { questionsOf } from './questions'
import styles from './order-form.module.scss'

interface OrderFormProps {
  homes: readonly Membership[]
  prefill: { service: Service | null; text: string }
}

/** The order form: one short page, or one question a page in elder mode. */
export function OrderForm({ homes, prefill }: OrderFormProps) {
  const now = useNow()
  const isElder = useElderMode()
  const state = useDraft(prefill, homes)
  const [step, setStep] = useState(0)
  const [isStrict, setStrict] = useState(false)
  const create = useCommand('order.create')
  const { draft } = state
  const questions = questionsOf({ state, homes, now, isStrict })
  const shown = isElder ? questions.slice(step, step + 1) : questions
  const isLast = !isElder || step === questions.length - 1

  const submit = async (): Promise<void> => {
    setStrict(true)
    if (problemsOf(draft).length > 0) return
    // Kept with its request id before it leaves: after a crash the same order is sent, not another.
    state.change({})
    void askConsent(['accepted', 'completed', 'closed'])
    const done = await create.run(inputOf(draft), { requestId: draft.requestId })
    if (!done) return
    state.finish()
    toast(orderFormWords.sent)
    openInstead(routes.order(done.order._id))
  }

  const goOn = (): void => {
    const isAnswered = questions[step]?.isAnswered ?? true
    setStrict(!isAnswered)
    if (isAnswered) setStep(step + 1)
  }

  const place = homes.find(({ areaPath }) => areaPath === draft.homePath)?.areaName ?? ''
  const summary = orderFormWords.summary({
    when: windowWords(draft.window, now),
    deed: serviceDeeds[draft.service],
    place,
    urgent: draft.urgent,
  })

  return (
    <Screen
      action={
        <View>
          {isLast && (
            <View id="order-summary" className={styles.summary}>
              {summary}
            </View>
          )}
          <View className={styles.buttons}>
            {isElder && step > 0 && (
              <QuietButton onClick={() => setStep(step - 1)}>{common.previous}</QuietButton>
            )}
            {isLast ? (
              <PrimaryButton isLoading={create.isRunning} onClick={() => void submit()}>
                {orderFormWords.submit}
              </PrimaryButton>
            ) : (
              <PrimaryButton onClick={goOn}>{common.next}</PrimaryButton>
            )}
          </View>
        </View>
      }
    >
      {state.isRestored && (
        <Card>
          <View className={styles.restored}>
            <View className={styles.words}>{orderFormWords.restored}</View>
            <QuietButton isCompact onClick={state.restart}>
              {orderFormWords.restart}
            </QuietButton>
          </View>
        </Card>
      )}
      {isElder && <View className={styles.step}>{orderFormWords.step(step + 1, questions.length)}</View>}
      {shown.map(({ key, node }) => (
        <Fragment key={key}>{node}</Fragment>
      ))}
    </Screen>
  )
}
