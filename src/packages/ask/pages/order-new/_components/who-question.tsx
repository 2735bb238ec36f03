import { View } from '@tarojs/components'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { TextField } from '@/components/text-field'
import { consentNames, relationNames, whoWords } from '@/copy/order-form'
import { consentSchema } from '@/domain/order/parts'
import { relationChoices, someoneElse, type Other } from '@/features/order/draft'
import type { Problem } from '@/features/order/draft-input'
import type { DraftState } from '@/features/order/use-draft'
import type { Charge } from './use-places'

interface WhoQuestionProps {
  state: DraftState
  charges: readonly Charge[]
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

/** One tap for somebody for whom I act: their name and their door are known, and that they agree is on record. */
function ChargeChoice({ charges, state: { draft, change } }: Pick<WhoQuestionProps, 'charges' | 'state'>) {
  const { other, homePath, roomNumber } = draft
  if (charges.length === 0) return null
  const isChosen = (charge: Charge): boolean =>
    other?.userId === charge.userId && homePath === charge.areaPath && roomNumber === charge.roomNumber
  const choose = ({ areaPath, nickname, roomNumber, userId }: Charge): void =>
    change({
      other: { name: nickname, relation: 'family', userId, consent: 'standing' },
      homePath: areaPath,
      isOtherDoor: true,
      roomNumber,
    })
  return (
    <Field label={whoWords.charges} hint={whoWords.chargesHint}>
      <Choices
        choices={charges.map((charge) => ({
          value: charge,
          label: whoWords.charge(charge.nickname, charge.areaName, charge.roomNumber),
        }))}
        isChosen={isChosen}
        onChoose={choose}
      />
    </Field>
  )
}

/** For me, or for somebody else who knows of it. */
export function WhoQuestion({ state, charges, mayBeSelf, wrong }: WhoQuestionProps) {
  const { draft, change } = state
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
      {other && <ChargeChoice charges={charges} state={state} />}
      {other && <OtherFields other={other} wrong={wrong} onChange={(next) => change({ other: next })} />}
    </View>
  )
}
