import { View } from '@tarojs/components'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { SwitchRow } from '@/components/switch-row'
import { TextField } from '@/components/text-field'
import { repeatFormWords, spanWords } from '@/copy/repeat'
import type { RepeatDraft } from '@/features/order/draft'
import type { Problem } from '@/features/order/draft-input'

interface RepeatFieldsProps {
  repeat: RepeatDraft
  wrong: (problem: Problem) => boolean
  onChange: (fields: Partial<RepeatDraft>) => void
}

const everyChoices = ['day', 'week', 'month'] as const
/** From Monday on, as calendars here begin. */
const weekdays = [1, 2, 3, 4, 5, 6, 0] as const
/** Times of day to choose from, in hours. */
const spans = [
  [8, 10],
  [10, 12],
  [14, 16],
  [16, 18],
  [18, 20],
  [8, 12],
  [13, 18],
] as const
const spanChoices = spans.map(([from, to]) => ({ from: from * 60, to: to * 60 }))
const monthsChoices = [null, 1, 3, 6, 12] as const

const toggled = (list: readonly number[], one: number): number[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one]

/** How often, on which days, at what time, for how long. */
export function RepeatFields({ repeat, wrong, onChange }: RepeatFieldsProps) {
  const words = repeatFormWords
  return (
    <View>
      <Field label={words.every}>
        <Choices
          choices={everyChoices.map((value) => ({ value, label: words.everyNames[value] }))}
          isChosen={(value) => value === repeat.every}
          onChoose={(every) => onChange({ every })}
        />
      </Field>
      {repeat.every === 'week' && (
        <Field label={words.weekdays} error={wrong('weekdays') ? words.weekdayMissing : undefined}>
          <Choices
            isMultiple
            choices={weekdays.map((value) => ({ value, label: words.weekdayNames[value] }))}
            isChosen={(value) => repeat.weekdays.includes(value)}
            onChoose={(value) => onChange({ weekdays: toggled(repeat.weekdays, value) })}
          />
        </Field>
      )}
      {repeat.every === 'month' && (
        <TextField
          id="month-day"
          type="number"
          label={words.monthDay}
          value={repeat.monthDay}
          maxLength={2}
          hint={words.monthDayHint}
          error={wrong('monthDay') ? words.monthDayWrong : undefined}
          onChange={(monthDay) => onChange({ monthDay })}
        />
      )}
      <Field label={words.span}>
        <Choices
          choices={spanChoices.map((value) => ({ value, label: spanWords(value) }))}
          isChosen={({ from, to }) => from === repeat.span.from && to === repeat.span.to}
          onChoose={(span) => onChange({ span })}
        />
      </Field>
      <Field label={words.months}>
        <Choices
          choices={monthsChoices.map((value) => ({ value, label: words.monthsChoice(value) }))}
          isChosen={(value) => value === repeat.months}
          onChoose={(months) => onChange({ months })}
        />
      </Field>
      <Field label="">
        <SwitchRow
          label={words.rests}
          isOn={repeat.restsOnHolidays}
          onChange={(restsOnHolidays) => onChange({ restsOnHolidays })}
        />
      </Field>
    </View>
  )
}
