import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { exactLength, serviceWords as words, workLength } from '@/copy/handbook'
import { skillNames } from '@/copy/services'
import type { Service } from '@/domain/handbook/schema'
import { skills } from '@/domain/handbook/skills'
import { AutoField } from './auto-field'
import { LengthField } from './length-field'
import { QuestionsField } from './questions-field'
import { WordsField } from './words-field'

const lengths = [15, 20, 30, 45, 60, 90, 120, 180, 240]
const urgentLengths = [30, 60, 120, 180, 240, 1440]

interface OrderFieldsProps {
  service: Service
  /** Minutes of work in a day of this office. */
  dayLength: number
  onChange: (fields: Partial<Service>) => void
}

/** How an order of this service is asked for, planned and sent out. */
export function OrderFields({ service, dayLength, onChange }: OrderFieldsProps) {
  const { response } = service
  const usual = [60, 120, ...[1, 2, 3, 5].map((count) => count * dayLength)].filter((one) => one >= 10)
  const toggle = (skill: Service['skills'][number]): void =>
    onChange({
      skills: service.skills.includes(skill)
        ? service.skills.filter((one) => one !== skill)
        : [...service.skills, skill],
    })
  return (
    <>
      <QuestionsField questions={service.questions} onChange={(questions) => onChange({ questions })} />
      <Field label={words.skills} hint={words.skillsHint}>
        <Choices
          isMultiple
          choices={skills.map((value) => ({ value, label: skillNames[value] }))}
          isChosen={(value) => service.skills.includes(value)}
          onChoose={toggle}
        />
      </Field>
      <Field label={words.people}>
        <Choices
          choices={[
            { value: 1, label: words.one },
            { value: 2, label: words.two },
          ]}
          isChosen={(value) => value === service.people}
          onChoose={(people) => onChange({ people })}
        />
      </Field>
      <LengthField
        label={words.minutes}
        usual={lengths}
        value={service.minutes}
        wordsOf={exactLength}
        onChange={(minutes) => onChange({ minutes })}
      />
      <LengthField
        label={words.urgent}
        hint={words.urgentHint}
        usual={urgentLengths}
        value={response.urgentMinutes}
        wordsOf={exactLength}
        onChange={(urgentMinutes) => onChange({ response: { ...response, urgentMinutes } })}
      />
      <LengthField
        label={words.usual}
        hint={words.usualHint}
        usual={usual}
        value={response.usualMinutes}
        wordsOf={(length) => workLength(length, dayLength)}
        onChange={(usualMinutes) => onChange({ response: { ...response, usualMinutes } })}
      />
      <WordsField
        isSentences
        label={words.hints}
        hint={words.hintsHint}
        addLabel={words.hintsAdd}
        values={service.hints}
        most={6}
        onChange={(hints) => onChange({ hints })}
      />
      <AutoField steps={service.auto} onChange={(auto) => onChange({ auto })} />
    </>
  )
}
