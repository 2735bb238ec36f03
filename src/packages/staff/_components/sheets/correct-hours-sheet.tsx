import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { Field } from '@/components/field'
import { deskWords } from '@/copy/dispatch'
import { mostCredited } from '@/domain/order/hours'
import { useSession } from '@/features/session/use-session'
import type { SheetProps } from './desk-sheet'
import { EventForm } from './event-form'
import { PeopleRows, useOne } from './person-sheets'
import styles from './sheets.module.scss'
import { useSettle } from './use-settle'

const steps = [-30, -5, 5, 30] as const

/** Minutes, by fives and by half hours. */
function MinutesStepper({ value, onChange }: { value: number; onChange: (minutes: number) => void }) {
  const to = (step: number): number => Math.min(mostCredited, Math.max(0, value + step))
  const button = (step: number) => (
    <QuietButton
      key={step}
      isDisabled={to(step) === value}
      label={deskWords.minutesStep(step)}
      onClick={() => onChange(to(step))}
    >
      {step > 0 ? `+${step}` : `−${-step}`}
    </QuietButton>
  )
  return (
    <View className={styles.stepper}>
      <View className={styles.minutes}>{deskWords.minutes(value)}</View>
      {steps.map(button)}
    </View>
  )
}

/** What someone's visit shall count for, and why; nobody sets their own right. */
export function CorrectHoursSheet({ order, onClose }: SheetProps) {
  const myId = useSession().account?._id
  const others = order.credited.filter(({ userId }) => userId !== myId)
  const people = others.map(({ userId, name, minutes }) => ({
    userId,
    name,
    hint: deskWords.countsNow(minutes),
  }))
  const [userId, choose] = useOne(people)
  const [wanted, setWanted] = useState<number | null>(null)
  const { make, isRunning } = useSettle(onClose)
  const counted = others.find((one) => one.userId === userId)?.minutes ?? 0
  const minutes = wanted ?? counted
  return (
    <EventForm
      event="correctHours"
      reasons={deskWords.correctReasons}
      isReady={userId !== null && minutes !== counted}
      isRunning={isRunning}
      onConfirm={(reason) =>
        userId !== null && void make('correctHours', order._id, { userId, minutes, reason })
      }
      onClose={onClose}
    >
      <PeopleRows
        title={deskWords.whoseHours}
        people={people}
        chosen={userId}
        onChoose={(chosen) => {
          choose(chosen)
          setWanted(null)
        }}
      />
      {userId !== null && (
        <Field label={deskWords.shallCount}>
          <MinutesStepper value={minutes} onChange={setWanted} />
        </Field>
      )}
    </EventForm>
  )
}
