import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { TextField } from '@/components/text-field'
import { serviceWords as words } from '@/copy/handbook'
import { serviceIconNames } from '@/copy/services'
import { serviceIcons, type Service } from '@/domain/handbook/schema'
import { WordsField } from '@/features/handbook-editor/words-field'
import { serviceIcon } from '@/features/order/service-icon'

interface BasicFieldsProps {
  service: Service
  onChange: (fields: Partial<Service>) => void
}

/** What a service is called, looks like, and is found by. */
export function BasicFields({ service, onChange }: BasicFieldsProps) {
  return (
    <>
      <TextField
        label={words.name}
        value={service.name}
        placeholder={words.namePlaceholder}
        maxLength={12}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label={words.description}
        value={service.description}
        placeholder={words.descriptionPlaceholder}
        maxLength={60}
        onChange={(description) => onChange({ description })}
      />
      <Field label={words.icon}>
        <Choices
          choices={serviceIcons.map((value) => ({
            value,
            label: serviceIconNames[value],
            icon: serviceIcon(value),
          }))}
          isChosen={(value) => value === service.icon}
          onChoose={(icon) => onChange({ icon })}
        />
      </Field>
      <TextField
        label={words.deed}
        value={service.deed}
        placeholder={words.deedPlaceholder}
        hint={words.deedHint(service.deed)}
        maxLength={20}
        onChange={(deed) => onChange({ deed })}
      />
      <WordsField
        label={words.words}
        hint={words.wordsHint}
        addLabel={words.wordsAdd}
        values={service.words}
        most={20}
        onChange={(everyday) => onChange({ words: everyday })}
      />
      <TextField
        label={words.example}
        value={service.example}
        placeholder={words.examplePlaceholder}
        maxLength={60}
        onChange={(example) => onChange({ example })}
      />
    </>
  )
}
