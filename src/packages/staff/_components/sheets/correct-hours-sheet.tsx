import { useState } from 'react'
import { Field } from '@/components/field'
import { deskWords } from '@/copy/dispatch'
import { useSession } from '@/features/session/use-session'
import type { SheetProps } from './desk-sheet'
import { EventForm } from './event-form'
import { MinutesStepper } from './minutes-stepper'
import { PeopleRows, useOne } from './person-sheets'
import { useSettle } from './use-settle'

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
