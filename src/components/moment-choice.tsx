import { Picker, View } from '@tarojs/components'
import { momentChoice as words } from '@/copy/moment'
import { nearDayWords, timeOfDayWords } from '@/copy/time'
import { dayKey, startOfDay, timeOfDay } from '@/domain/shared/calendar'
import { startOf } from '@/domain/shared/day-keys'
import { days, minutes, type Timestamp } from '@/domain/shared/time'
import { aria } from './aria'
import { Choices } from './choices'
import styles from './moment-choice.module.scss'

interface DayChoiceProps {
  /** The first moment of a day in China; null: none yet. */
  day: Timestamp | null
  now: Timestamp
  /** Days to tap, from this many days ahead. */
  from?: number
  count?: number
  /** How many days ahead the calendar goes. */
  last: number
  onChange: (day: Timestamp) => void
}

/** The next days to tap, and any other by the calendar. */
export function DayChoice({ day, now, from = 0, count = 4, last, onChange }: DayChoiceProps) {
  const today = startOfDay(now)
  const near = Array.from({ length: count }, (_, index) => today + days(from + index))
  const offered = day === null || near.includes(day) ? near : [...near, day]
  return (
    <View>
      <Choices
        choices={offered.map((value) => ({ value, label: nearDayWords(value, now) }))}
        isChosen={(value) => value === day}
        onChoose={onChange}
      />
      <Picker
        mode="date"
        value={dayKey(day ?? today)}
        start={dayKey(today + days(from))}
        end={dayKey(today + days(last))}
        onChange={({ detail }) => onChange(startOf(detail.value))}
      >
        <View className={styles.other} {...aria('button', words.otherDay)}>
          {words.otherDay}
        </View>
      </Picker>
    </View>
  )
}

/** Hours that people usually mean, as minutes of the day. */
const usualTimes = [480, 600, 840, 960, 1140] as const

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function minuteOf(clock: string): number {
  const [hour, minute] = clock.split(':')
  return Number(hour) * 60 + Number(minute)
}

interface MomentChoiceProps {
  at: Timestamp
  now: Timestamp
  last: number
  onChange: (at: Timestamp) => void
}

/** A day and an hour: the usual ones to tap, any other by wheels. */
export function MomentChoice({ at, now, last, onChange }: MomentChoiceProps) {
  const day = startOfDay(at)
  const minute = timeOfDay(at) / minutes(1)
  const open = usualTimes.filter((time) => day + minutes(time) > now)
  const offered: number[] = open.some((time) => time === minute) ? [...open] : [...open, minute]
  return (
    <View>
      <DayChoice day={day} now={now} last={last} onChange={(chosen) => onChange(chosen + minutes(minute))} />
      <View className={styles.times}>
        <Choices
          choices={offered.map((value) => ({ value, label: timeOfDayWords(value) }))}
          isChosen={(value) => value === minute}
          onChoose={(value) => onChange(day + minutes(value))}
        />
      </View>
      <Picker
        mode="time"
        value={clockOf(minute)}
        onChange={({ detail }) => onChange(day + minutes(minuteOf(detail.value)))}
      >
        <View className={styles.other} {...aria('button', words.otherTime)}>
          {words.otherTime}
        </View>
      </Picker>
    </View>
  )
}
