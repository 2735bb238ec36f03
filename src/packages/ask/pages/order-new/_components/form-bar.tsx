import { View } from '@tarojs/components'
import { PrimaryButton, QuietButton } from '@/components/button'
import { common } from '@/copy/common'
import { summaryWords } from '@/copy/order-form'
import { orderFormWords } from '@/copy/pages'
import type { Timestamp } from '@/domain/shared/time'
import { FirstCard } from './first-card'
import { summaryOf } from './summary-of'
import type { Given, OrderFormState } from './use-order-form'
import { addressesOf } from './use-places'
import styles from './order-form.module.scss'

interface FormBarProps {
  form: OrderFormState
  given: Given
  now: Timestamp
  /** One question a page; null: all on one. */
  /** `isAnswers`: it asks what tells of danger, with all else to follow. */
  steps: {
    at: number
    of: number
    isAnswers: boolean
    goBack: () => void
    goOn: () => void
    skip: () => void
  } | null
  onSubmit: () => void
}

/** At the foot of the form: the next step, or what has to be settled first. */
export function FormBar({ form, given: { state, handbook, places }, now, steps, onSubmit }: FormBarProps) {
  const { draft } = state
  const { first, service } = form
  const isLast = steps === null || steps.at === steps.of - 1
  // Once it is known that there is no danger, the usual thing can be sent as it is.
  const maySend = isLast || (steps.isAnswers && form.problems.length === 0)
  // Whose job it is counts from the first word on; the neighbours' trouble when it is about to be sent.
  const isFirst = first !== null && (first.kind === 'guide' || maySend)
  const place = addressesOf(places, true).find(({ areaPath }) => areaPath === draft.homePath)
  const previous = steps !== null && steps.at > 0 && (
    <QuietButton onClick={() => steps.goBack()}>{common.previous}</QuietButton>
  )
  if (isFirst) {
    return (
      <View className={styles.first}>
        <FirstCard
          first={first}
          communityPath={handbook._id}
          placeName={place?.areaName ?? ''}
          onDismiss={form.dismiss}
          onFollowed={state.finish}
        />
        {previous}
      </View>
    )
  }
  return (
    <View>
      {maySend && service && (
        <View id="order-summary" className={styles.summary}>
          {summaryOf(draft, service, places, now)}
        </View>
      )}
      {!isLast && service && form.problems.length === 0 && (
        <View className={styles.direct}>
          {maySend ? (
            <QuietButton onClick={steps.goOn}>{common.next}</QuietButton>
          ) : (
            <QuietButton onClick={steps.skip}>{summaryWords.direct}</QuietButton>
          )}
        </View>
      )}
      <View className={styles.buttons}>
        {previous}
        {maySend ? (
          <PrimaryButton isLoading={form.isSending} onClick={onSubmit}>
            {orderFormWords.submit}
          </PrimaryButton>
        ) : (
          <PrimaryButton onClick={steps.goOn}>{common.next}</PrimaryButton>
        )}
      </View>
    </View>
  )
}
