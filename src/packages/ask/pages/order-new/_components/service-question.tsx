import { useState } from 'react'
import { View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { catalogueWords } from '@/copy/order-form'
import type { HandbookView } from '@/domain/handbook/contract'
import type { Service } from '@/domain/handbook/schema'
import type { Problem } from '@/features/order/draft-input'
import type { DraftState } from '@/features/order/use-draft'
import { Catalogue, ChosenService } from './catalogue'
import styles from './order-form.module.scss'

interface ServiceQuestionProps {
  state: DraftState
  handbook: HandbookView
  service: Service | null
  wrong: (problem: Problem) => boolean
  dismiss: (guideIds: readonly string[]) => void
}

/** Fewer characters than these are a word to search by, and no sentence to send. */
const leastSentence = 4

/** Which kind of help: the one chosen, or the whole catalogue. */
export function ServiceQuestion({
  state: { draft, change },
  handbook,
  service,
  wrong,
  dismiss,
}: ServiceQuestionProps) {
  const [isChoosing, setChoosing] = useState(service === null)
  // Whoever searched with a sentence has said it: nobody should have to write it twice.
  const withWords = (words: string): { text?: string } =>
    draft.text.trim() === '' && words.length >= leastSentence ? { text: words } : {}
  if (service && !isChoosing) {
    return (
      <ChosenService
        service={service}
        isGuessed={draft.serviceId !== service.id}
        onChange={() => setChoosing(true)}
      />
    )
  }
  return (
    <View>
      <Catalogue
        handbook={handbook}
        onChoose={({ id }, words) => {
          // Questions of two services may have the same id and mean another thing.
          const answers = id === service?.id ? draft.answers : {}
          change({ serviceId: id, answers, ...withWords(words) })
          setChoosing(false)
        }}
        onInsist={(words, guideIds) => {
          dismiss(guideIds)
          change({ serviceId: null, text: draft.text.trim() === '' ? words : draft.text })
          setChoosing(false)
        }}
      />
      {wrong('service') && (
        <View className={styles.error} {...aria('alert')}>
          {catalogueWords.missing}
        </View>
      )}
    </View>
  )
}
