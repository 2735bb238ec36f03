import { View } from '@tarojs/components'
import { Fragment, useState } from 'react'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Screen } from '@/components/screen'
import { orderFormWords } from '@/copy/pages'
import { useElderMode } from '@/features/elder/elder-mode'
import { DangerStop } from '@/features/handbook/danger-stop'
import { problemsOf } from '@/features/order/draft-input'
import type { Draft } from '@/features/order/draft'
import { useNow } from '@/platform/use-now'
import { FormBar } from './form-bar'
import { questionsOf } from './questions'
import { RefusedSheet } from './refused-sheet'
import { SeriesPlaced } from './series-placed'
import { useOrderForm, type Given } from './use-order-form'
import styles from './order-form.module.scss'

/** The order form: one short page, or one question a page in elder mode. */
export function OrderForm(given: Given) {
  const { state, handbook, places } = given
  const now = useNow()
  const isElder = useElderMode()
  const form = useOrderForm(given)
  // What was chosen on the page before is not asked again.
  const [step, setStep] = useState(state.draft.serviceId === null ? 0 : 1)
  /** Where a short cut to the end leads back to. */
  const [back, setBack] = useState<number | null>(null)
  const goTo = (next: number): void => {
    form.setStrict(false)
    setBack(null)
    setStep(next)
  }
  const skip = (from: number): void => {
    goTo(Number.MAX_SAFE_INTEGER)
    setBack(from)
  }
  const onAnswered = (answers: Draft['answers']): void => {
    if (!isElder) return
    // With nothing left that has to be told, what is left is to send it.
    if (problemsOf({ ...state.draft, answers }, form.service).length === 0) skip(at + 1)
    else goTo(at + 1)
  }
  const questions = questionsOf({ ...form, state, handbook, places, now, onAnswered })
  const at = Math.min(step, questions.length - 1)
  const shown = isElder ? questions.slice(at, at + 1) : questions

  const goOn = (): void => {
    const isWrong = questions[at]?.asks.some((problem) => form.problems.includes(problem)) ?? false
    if (isWrong) form.setStrict(true)
    else goTo(at + 1)
  }
  const submit = async (): Promise<void> => {
    const problem = await form.submit()
    if (!problem) return
    setBack(null)
    setStep(questions.findIndex(({ asks }) => asks.includes(problem)))
  }

  if (form.placed) return <SeriesPlaced series={form.placed} />
  if (form.stop.length > 0) {
    return (
      <DangerStop dangers={form.stop} handbook={handbook} onCalled={form.onCalled} onBack={form.onStopBack} />
    )
  }
  return (
    <Screen
      action={
        <FormBar
          form={form}
          given={given}
          now={now}
          steps={
            isElder
              ? {
                  at,
                  of: questions.length,
                  isAnswers: questions[at]?.key === 'answers',
                  goBack: () => goTo(back ?? at - 1),
                  goOn,
                  skip: () => skip(at),
                }
              : null
          }
          onSubmit={() => void submit()}
        />
      }
    >
      {state.draft.from && (
        <View className={styles.said}>
          <Icon name="people" size="small" colour="sky" />
          <View className={styles.grow}>{orderFormWords.fromGroup}</View>
        </View>
      )}
      {state.isRestored && (
        <Card>
          <View className={styles.restored}>
            <View className={styles.grow}>{orderFormWords.restored}</View>
            <QuietButton isCompact onClick={state.restart}>
              {orderFormWords.restart}
            </QuietButton>
          </View>
        </Card>
      )}
      {isElder && <View className={styles.step}>{orderFormWords.step(at + 1, questions.length)}</View>}
      {shown.map(({ key, node }) => (
        <Fragment key={key}>{node}</Fragment>
      ))}
      {form.limit && <RefusedSheet reason={form.limit} phone={handbook.phone} onClose={form.closeLimit} />}
    </Screen>
  )
}
