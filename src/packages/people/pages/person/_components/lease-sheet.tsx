import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { person as words } from '@/copy/residents'
import { dateWords } from '@/copy/time'
import { dayKey } from '@/domain/shared/calendar'
import { addDays, startOf } from '@/domain/shared/day-keys'
import type { Timestamp } from '@/domain/shared/time'
import styles from '../index.module.scss'

interface LeaseSheetProps {
  name: string
  until: Timestamp | null
  isRunning: boolean
  onSave: (until: Timestamp | null) => void
  onClose: () => void
}

/** The last day of a tenancy: it ends with that day, in China. Mount it to open it. */
export function LeaseSheet({ name, until, isRunning, onSave, onClose }: LeaseSheetProps) {
  const [today] = useState(() => dayKey(Date.now()))
  // What is kept is the first moment at which it is over.
  const [day, setDay] = useState(until === null ? '' : dayKey(until - 1))
  return (
    <Sheet isOpen title={words.leaseTitle(name)} onClose={onClose}>
      <View className={styles.consequence}>{words.leaseCheck}</View>
      <Field label={words.leaseDay}>
        <Picker
          mode="date"
          value={day || today}
          start={today}
          onChange={({ detail }) => setDay(detail.value)}
        >
          <View className={styles.day} {...aria('button', words.leaseDay)}>
            {day === '' ? words.leaseNone : dateWords(startOf(day))}
          </View>
        </Picker>
      </Field>
      <View className={styles.two}>
        <QuietButton isDisabled={until === null} onClick={() => onSave(null)}>
          {words.leaseClear}
        </QuietButton>
        <PrimaryButton
          isLoading={isRunning}
          isDisabled={day === ''}
          onClick={() => onSave(startOf(addDays(day, 1)))}
        >
          {words.leaseSave}
        </PrimaryButton>
      </View>
    </Sheet>
  )
}
