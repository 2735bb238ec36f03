import { QuietButton } from '@/components/button'
import { Field } from '@/components/field'
import { serviceWords as words } from '@/copy/handbook'
import type { Question } from '@/domain/handbook/schema'
import { newEntryId } from './entry-id'
import { QuestionCard } from './question-card'

interface QuestionsFieldProps {
  questions: readonly Question[]
  onChange: (questions: Question[]) => void
}

const empty = (): Question => ({ id: newEntryId(), text: '', choices: [], isRequired: false })

/** What is asked when a service is ordered. */
export function QuestionsField({ questions, onChange }: QuestionsFieldProps) {
  return (
    <Field label={words.questions} hint={words.questionsHint}>
      {questions.map((question, index) => (
        <QuestionCard
          key={question.id}
          question={question}
          at={index + 1}
          onChange={(fields) =>
            onChange(questions.map((one) => (one.id === question.id ? { ...one, ...fields } : one)))
          }
          onRemove={() => onChange(questions.filter(({ id }) => id !== question.id))}
        />
      ))}
      {questions.length < 6 && (
        <QuietButton isCompact onClick={() => onChange([...questions, empty()])}>
          {words.addQuestion}
        </QuietButton>
      )}
    </Field>
  )
}
