import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { deskWords, dispatch } from '@/copy/dispatch'
import { nearDayWords, momentWords, timeOfDayWords } from '@/copy/time'
import { dayKey, startOfDay } from '@/domain/shared/calendar'
import { days, minutes } from '@/domain/shared/time'
import { useNow } from '@/platform/use-now'
import type { SheetProps } from './desk-sheet'
import { EventForm } from './event-form'
import styles from './sheets.module.scss'
import { useSettle } from './use-settle'

/** Hours at which an order usually wakes, as minutes of the day. */
const times = [510, 600, 840, 960, 1140] as const
/** Days to tap, today among them; further ones by the calendar. */
const daysAhead = 8
const china = '+08:00'

/** Puts an order off to a day and an hour, with a reason; it comes back by itself. */
export function DeferSheet({ order, onClose }: SheetProps) {
  const now = useNow()
  const today = startOfDay(now)
  const [day, setDay] = useState(today + days(1))
  const [time, setTime] = useState<number>(times[0])
  const { make, isRunning } = useSettle(onClose)
  const until = day + minutes(time)
  const choices = Array.from({ length: daysAhead }, (_, index) => today + days(index))
  return (
    <EventForm
      event="defer"
      reasons={dispatch.reasons.defer}
      isReady={until > now}
      isRunning={isRunning}
      onConfirm={(note) => void make('defer', order._id, { until, note })}
      onClose={onClose}
    >
      <Field label={deskWords.deferDay}>
        <Choices
          choices={choices.map((value) => ({ value, label: nearDayWords(value, now) }))}
          isChosen={(value) => value === day}
          onChoose={setDay}
        />
        <Picker
          mode="date"
          value={dayKey(day)}
          start={dayKey(today)}
          end={dayKey(today + days(180))}
          onChange={({ detail }) => setDay(Date.parse(`${detail.value}T00:00:00${china}`))}
        >
          <View className={styles.other}>{deskWords.otherDay}</View>
        </Picker>
      </Field>
      <Field label={deskWords.deferTime}>
        <Choices
          choices={times
            .filter((value) => day + minutes(value) > now)
            .map((value) => ({ value: value as number, label: timeOfDayWords(value) }))}
          isChosen={(value) => value === time}
          onChoose={setTime}
        />
      </Field>
      {until > now && <View className={styles.until}>{deskWords.deferUntil(momentWords(until, now))}</View>}
    </EventForm>
  )
}
