import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { joiningWords } from '@/copy/join'
import type { Output } from '@/domain/contracts'
import { NameFields } from './name-fields'
import { RelationFields } from './relation-fields'
import { RoomFields } from './room-fields'
import type { JoinFormState, Question } from './use-join-form'

interface QuestionFieldsProps {
  question: Question
  form: JoinFormState
  look: Output<'invitation.look'>
  isStrict: boolean
}

/** One question, with all that answers it. */
export function QuestionFields({ question, form, look, isStrict }: QuestionFieldsProps) {
  const { change, draft, problems } = form
  const isWrong = isStrict && problems.has(question)
  switch (question) {
    case 'unit':
      return (
        <Field label={joiningWords.unit} error={isWrong ? joiningWords.unitMissing : undefined}>
          <Choices
            choices={look.stairwells.map(({ areaPath, name }) => ({ value: areaPath, label: name }))}
            isChosen={(areaPath) => areaPath === draft.areaPath}
            onChoose={(areaPath) => change({ areaPath, room: '' })}
          />
        </Field>
      )
    case 'room':
      return <RoomFields form={form} isWrong={isWrong} />
    case 'relation':
      return <RelationFields form={form} isWrong={isWrong} />
    case 'name':
      return <NameFields form={form} isStrict={isStrict} />
  }
}
