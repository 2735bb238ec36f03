import { View } from '@tarojs/components'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { TextField } from '@/components/text-field'
import { consentNames, relationNames, whoWords } from '@/copy/order-form'
import { consentSchema } from '@/domain/order/parts'
import { relationChoices, someoneElse, type Other } from '@/features/order/draft'
import type { Problem } from '@/features/order/draft-input'
import type { DraftState } from '@/features/order/use-draft'

interface WhoQuestionProps {
  state: DraftState
  /** Whoever has no home here orders for others only. */
  mayBeSelf: boolean
  wrong: (problem: Problem) => boolean
}

function OtherFields({
  other,
  wrong,
  onChange,
}: {
  other: Other
  wrong: WhoQuestionProps['wrong']
  onChange: (other: Other) => void
}) {
  return (
    <View>
      <TextField
        id="other-name"
        label={whoWords.name}
        value={other.name}
        placeholder={whoWords.namePlaceholder}
        error={wrong('name') ? whoWords.nameMissing : undefined}
        maxLength={20}
        onChange={(name) => onChange({ ...other, name, userId: null })}
      />
      <Field label={whoWords.relation}>
        <Choices
          choices={relationChoices.map((value) => ({ value, label: relationNames[value] }))}
          isChosen={(value) => value === other.relation}
          onChoose={(relation) => onChange({ ...other, relation })}
        />
      </Field>
      <Field
        label={whoWords.consent}
        hint={whoWords.consentHint}
        error={wrong('consent') ? whoWords.consentMissing : undefined}
      >
        <Choices
          choices={consentSchema.options.map((value) => ({ value, label: consentNames[value] }))}
          isChosen={(value) => value === other.consent}
          onChoose={(consent) => onChange({ ...other, consent })}
        />
      </Field>
    </View>
  )
}

/** For me, or for somebody else who knows of it. */
export function WhoQuestion({ state: { draft, change }, mayBeSelf, wrong }: WhoQuestionProps) {
  const { other } = draft
  return (
    <View>
      {mayBeSelf && (
        <Field label={whoWords.label}>
          <Choices
            choices={[
              { value: false, label: whoWords.self },
              { value: true, label: whoWords.other },
            ]}
            isChosen={(isOther) => isOther === (other !== null)}
            onChoose={(isOther) => change({ other: isOther ? (other ?? someoneElse) : null })}
          />
        </Field>
      )}
      {other && <OtherFields other={other} wrong={wrong} onChange={(next) => change({ other: next })} />}
    </View>
  )
}
