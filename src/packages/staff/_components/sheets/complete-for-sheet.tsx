import { View } from '@tarojs/components'
import { useState } from 'react'
import { Field } from '@/components/field'
import { deskWords } from '@/copy/dispatch'
import { namesOf } from '@/copy/order'
import { momentWords } from '@/copy/time'
import { plannedMinutes } from '@/domain/order/hours'
import { isThere } from '@/domain/order/schema'
import { minutes } from '@/domain/shared/time'
import { useNow } from '@/platform/use-now'
import type { SheetProps } from './desk-sheet'
import { EventForm } from './event-form'
import { MinutesStepper } from './minutes-stepper'
import styles from './sheets.module.scss'
import { useSettle } from './use-settle'

/** Ends a visit for those whose phones can't: when it ended, as they told the office, and why. */
export function CompleteForSheet({ order, onClose }: SheetProps) {
  const now = useNow()
  const there = order.takers.filter(isThere)
  const arrivedAt = Math.max(...there.map(({ checkedInAt }) => checkedInAt ?? 0))
  const most = Math.max(0, Math.floor((now - arrivedAt) / minutes(1)))
  const [served, setServed] = useState(() => Math.min(most, plannedMinutes(order)))
  const { make, isRunning } = useSettle(onClose)
  const happenedAt = arrivedAt + minutes(served)
  return (
    <EventForm
      event="completeFor"
      reasons={deskWords.completeForReasons}
      isRunning={isRunning}
      onConfirm={(note) => void make('completeFor', order._id, { note, happenedAt })}
      onClose={onClose}
    >
      <Field label={deskWords.servedFor(namesOf(there), momentWords(arrivedAt, now))}>
        <MinutesStepper value={served} most={most} onChange={setServed} />
      </Field>
      <View className={styles.until}>{deskWords.endedAt(momentWords(happenedAt, now))}</View>
    </EventForm>
  )
}
