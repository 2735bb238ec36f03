import { View } from '@tarojs/components'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { TextField } from '@/components/text-field'
import { wordsWords } from '@/copy/order-form'
import type { Question } from '@/domain/handbook/schema'
import { dangersOf } from '@/domain/handbook/danger'
import type { Draft } from '@/features/order/draft'
import { isAnswered } from '@/features/order/draft-input'
import type { DraftState } from '@/features/order/use-draft'

interface AnswersQuestionProps {
  state: DraftState
  questions: readonly Question[]
  isStrict: boolean
  onAnswered: (answers: Draft['answers']) => void
}

/** What the service wants to know: a chip to tap, or a few words. */
export function AnswersQuestion({
  state: { draft, change },
  questions,
  isStrict,
  onAnswered,
}: AnswersQuestionProps) {
  const answer = (id: string, text: string): void => change({ answers: { ...draft.answers, [id]: text } })
  const choose = (id: string, text: string): void => {
    answer(id, text)
    const answers = { ...draft.answers, [id]: text }
    const isComplete = questions.every((question) => (answers[question.id] ?? '').trim() !== '')
    if (isComplete && dangersOf(questions, answers).length === 0) onAnswered(answers)
  }
  return (
    <View>
      {questions.map((question) => {
        const { id, text, choices } = question
        const given = draft.answers[id] ?? ''
        const error = isStrict && !isAnswered(question, draft.answers) ? wordsWords.answerMissing : undefined
        if (choices.length === 0) {
          return (
            <TextField
              key={id}
              id={`answer-${id}`}
              label={text}
              value={given}
              error={error}
              maxLength={100}
              onChange={(words) => answer(id, words)}
            />
          )
        }
        return (
          <Field key={id} label={text} error={error}>
            <Choices
              choices={choices.map((choice) => ({ value: choice.text, label: choice.text }))}
              isChosen={(value) => value === given}
              // A second tap takes back what nobody has to answer.
              onChoose={(value) => choose(id, value === given && !question.isRequired ? '' : value)}
            />
          </Field>
        )
      })}
    </View>
  )
}
