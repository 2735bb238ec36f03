import { View } from '@tarojs/components'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { officeWords as words, weekdayNames } from '@/copy/handbook'
import type { HandbookView } from '@/domain/handbook/contract'
import type { Calendar } from '@/domain/shared/calendar'
import { ClockField } from './clock-field'
import { DaysField } from './days-field'
import { SpansField } from './spans-field'
import styles from './editor.module.scss'

export type Office = Pick<HandbookView, 'calendar' | 'quiet' | 'phone'>

interface HoursFieldsProps {
  value: Office
  change: (fields: Partial<Office>) => void
}

/** Working days, working hours, days off, and the hours in which nobody is disturbed. */
export function HoursFields({ value, change }: HoursFieldsProps) {
  const { calendar } = value
  const changeCalendar = (fields: Partial<Calendar>): void => change({ calendar: { ...calendar, ...fields } })
  const toggle = (weekday: number): void =>
    changeCalendar({
      weekdays: calendar.weekdays.includes(weekday)
        ? calendar.weekdays.filter((one) => one !== weekday)
        : [...calendar.weekdays, weekday].sort(),
    })
  return (
    <>
      <Field label={words.weekdays}>
        <Choices
          isMultiple
          choices={[1, 2, 3, 4, 5, 6, 0].map((day) => ({ value: day, label: weekdayNames[day] ?? '' }))}
          isChosen={(day) => calendar.weekdays.includes(day)}
          onChoose={toggle}
        />
      </Field>
      <SpansField spans={calendar.hours} onChange={(hours) => changeCalendar({ hours })} />
      <DaysField
        label={words.holidays}
        hint={words.holidaysHint}
        days={calendar.holidays}
        onChange={(holidays) => changeCalendar({ holidays })}
      />
      <DaysField
        label={words.workdays}
        hint={words.workdaysHint}
        days={calendar.workdays}
        onChange={(workdays) => changeCalendar({ workdays })}
      />
      <Field label={words.quiet} hint={words.quietHint}>
        <View className={styles.pair}>
          <View className={styles.half}>
            <ClockField
              label={`${words.quiet}${words.from}`}
              value={value.quiet.from}
              onChange={(from) => change({ quiet: { ...value.quiet, from: from % 1440 } })}
            />
          </View>
          <View className={styles.half}>
            <ClockField
              label={`${words.quiet}${words.to}`}
              value={value.quiet.to}
              onChange={(to) => change({ quiet: { ...value.quiet, to: to % 1440 } })}
            />
          </View>
        </View>
      </Field>
    </>
  )
}
