import { View } from '@tarojs/components'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { SwitchRow } from '@/components/switch-row'
import { orderFormWords } from '@/copy/pages'
import { repeatFormWords } from '@/copy/repeat'
import { whenChoices } from '@/copy/time'
import { weekdayOf } from '@/domain/shared/calendar'
import type { Timestamp } from '@/domain/shared/time'
import type { RepeatDraft } from '@/features/order/draft'
import type { Problem } from '@/features/order/draft-input'
import type { DraftState } from '@/features/order/use-draft'
import { RepeatFields } from './repeat-fields'

interface WhenQuestionProps {
  state: DraftState
  now: Timestamp
  wrong: (problem: Problem) => boolean
}

const sameWindow = (a: { from: number } | null, b: { from: number } | null): boolean => a?.from === b?.from

/** Weekly on this weekday, in the morning, without end: a beginning to change. */
const usual = (now: Timestamp): RepeatDraft => ({
  every: 'week',
  weekdays: [weekdayOf(now)],
  monthDay: '',
  span: { from: 8 * 60, to: 10 * 60 },
  months: null,
  restsOnHolidays: true,
})

/** Once, or again and again. */
export function WhenQuestion({ state: { draft, change }, now, wrong }: WhenQuestionProps) {
  const { repeat } = draft
  return (
    <View>
      {repeat === null && (
        <Field label={orderFormWords.when}>
          <Choices
            choices={whenChoices(now).map(({ label, window }) => ({ label, value: window }))}
            isChosen={(window) => sameWindow(window, draft.window)}
            onChoose={(window) => change({ window })}
          />
        </Field>
      )}
      {/* What was said in a group becomes one order: its card there shows how it stands. */}
      {draft.from === null && (
        <Field label="">
          <SwitchRow
            label={repeatFormWords.label}
            hint={repeatFormWords.hint}
            isOn={repeat !== null}
            onChange={(isOn) => change({ repeat: isOn ? usual(now) : null, window: null, urgent: false })}
          />
        </Field>
      )}
      {repeat && (
        <RepeatFields
          repeat={repeat}
          wrong={wrong}
          onChange={(fields) => change({ repeat: { ...repeat, ...fields } })}
        />
      )}
    </View>
  )
}
