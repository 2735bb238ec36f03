import { View } from '@tarojs/components'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { SwitchRow } from '@/components/switch-row'
import { TextField } from '@/components/text-field'
import { moreWords } from '@/copy/order-form'
import { orderFormWords } from '@/copy/pages'
import type { Service } from '@/domain/handbook/schema'
import type { Problem } from '@/features/order/draft-input'
import type { DraftState } from '@/features/order/use-draft'

interface MoreQuestionProps {
  state: DraftState
  service: Service | null
  /** Those who look after the place may call up several. */
  mayChoosePeople: boolean
  wrong: (problem: Problem) => boolean
}

const peopleChoices = [1, 2, 3, 5, 10, 20, 50] as const

/** Urgent or not, how to get in, whom to ring. */
export function MoreQuestion({
  state: { draft, change },
  service,
  mayChoosePeople,
  wrong,
}: MoreQuestionProps) {
  const people = draft.people ?? service?.people ?? 1
  return (
    <View>
      {draft.repeat === null && (
        <Field label="">
          <SwitchRow
            label={orderFormWords.urgent}
            hint={orderFormWords.urgentHint}
            isOn={draft.urgent}
            onChange={(urgent) => change({ urgent })}
          />
        </Field>
      )}
      {mayChoosePeople && (
        <Field label={moreWords.people}>
          <Choices
            choices={peopleChoices.map((value) => ({ value, label: moreWords.peopleChoice(value) }))}
            isChosen={(value) => value === people}
            onChoose={(value) => change({ people: value })}
          />
        </Field>
      )}
      <TextField
        id="order-access"
        label={moreWords.access}
        value={draft.access}
        placeholder={moreWords.accessPlaceholder}
        maxLength={60}
        onChange={(access) => change({ access })}
      />
      <TextField
        id="order-phone"
        label={orderFormWords.phone}
        type="number"
        value={draft.phone}
        maxLength={11}
        hint={orderFormWords.phoneHint}
        error={wrong('phone') ? orderFormWords.phoneWrong : undefined}
        onChange={(phone) => change({ phone })}
      />
    </View>
  )
}
