import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria'
import { PrimaryButton, QuietButton } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { homesWords as words } from '@/copy/mine'
import { dayKey } from '@/domain/shared/calendar'
import { addDays, startOf } from '@/domain/shared/day-keys'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import type { HomeSheetProps } from './home-card'
import styles from '../index.module.scss'

/** Until when I rent: to the end of that day. */
export function LeaseSheet({ account, home, onClose }: HomeSheetProps) {
  const { areaPath, isLeaseFixed, roomNumber, until } = home
  const { run, isRunning } = useCommand('membership.setLease')
  const [today] = useState(() => dayKey(Date.now()))
  const [day, setDay] = useState(until === null ? '' : dayKey(until - 1))
  const keep = async (next: string): Promise<void> => {
    const end = next === '' ? null : startOf(addDays(next, 1))
    if (!(await run({ userId: account._id, areaPath, roomNumber, until: end }))) return
    toast(words.leaseKept)
    onClose()
  }
  return (
    <Sheet isOpen title={words.lease} onClose={onClose}>
      <Field label={words.lease} hint={isLeaseFixed ? words.leaseFixed : words.leaseHint}>
        <Picker
          mode="date"
          value={day || today}
          start={today}
          {...(isLeaseFixed && until !== null ? { end: dayKey(until - 1) } : {})}
          onChange={({ detail }) => setDay(detail.value)}
        >
          <View className={styles.day} {...aria('button', words.lease)}>
            {day || words.untilNone}
          </View>
        </Picker>
      </Field>
      <View className={styles.stack}>
        <PrimaryButton isLoading={isRunning} isDisabled={day === ''} onClick={() => void keep(day)}>
          {words.leaseSave}
        </PrimaryButton>
        {until !== null && !isLeaseFixed && (
          <QuietButton onClick={() => void keep('')}>{words.leaseOpen}</QuietButton>
        )}
      </View>
    </Sheet>
  )
}
