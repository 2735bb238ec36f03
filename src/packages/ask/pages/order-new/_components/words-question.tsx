import { View } from '@tarojs/components'
import { TextField } from '@/components/text-field'
import { VoiceRecorder } from '@/components/voice-recorder'
import { wordsWords } from '@/copy/order-form'
import type { Service } from '@/domain/handbook/schema'
import { standardText } from '@/features/order/draft-service'
import type { DraftState } from '@/features/order/use-draft'
import styles from './order-form.module.scss'

interface WordsQuestionProps {
  state: DraftState
  service: Service | null
  isWrong: boolean
}

/** What it is about: written, or said; one of them is enough. */
export function WordsQuestion({ state: { draft, change }, service, isWrong }: WordsQuestionProps) {
  const standard = service && draft.voice === null ? standardText(service) : ''
  const example = service?.example ?? ''
  return (
    <View className={styles.question}>
      <TextField
        isMultiline
        id="order-text"
        label={wordsWords.label}
        value={draft.text}
        placeholder={example === '' ? undefined : wordsWords.example(example)}
        hint={
          standard === '' || draft.text.trim() !== '' ? wordsWords.hint : wordsWords.mayStayEmpty(standard)
        }
        error={isWrong ? wordsWords.short : undefined}
        maxLength={500}
        onChange={(text) => change({ text })}
      />
      <VoiceRecorder voice={draft.voice} onChange={(voice) => change({ voice })} />
    </View>
  )
}
