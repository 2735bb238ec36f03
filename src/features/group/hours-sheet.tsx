import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { groupWords as words } from '@/copy/group'
import { timeOfDayWords } from '@/copy/time'
import type { GroupDetail } from '@/domain/group/contract'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import styles from './group.module.scss'

/** From when to when most places want it quiet. */
const usual = { from: 22 * 60, to: 7 * 60 }

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
function minuteOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}

function Clock({
  label,
  minute,
  onChange,
}: {
  label: string
  minute: number
  onChange: (to: number) => void
}) {
  return (
    <Field label={label}>
      <Picker
        mode="time"
        value={clockOf(minute)}
        aria-label={label}
        onChange={({ detail }) => onChange(minuteOf(String(detail.value)))}
      >
        <View className={styles.clock}>{timeOfDayWords(minute)}</View>
      </Picker>
    </Field>
  )
}

/** From when to when a group is quiet. Mount it to open it. */
export function HoursSheet({ group, onClose }: { group: GroupDetail; onClose: () => void }) {
  const { announcementHours, groupPath, version } = group
  const [{ from, to }, setHours] = useState(announcementHours ?? usual)
  const { run, isRunning } = useCommand('group.setHours')
  const save = async (): Promise<void> => {
    if (await run({ groupPath, version, announcementHours: { from, to } })) toast(words.hoursSaved)
    onClose()
  }
  return (
    <Sheet isOpen title={words.hours} onClose={onClose}>
      <View className={styles.hint}>{words.hoursHint}</View>
      <View className={styles.clocks}>
        <Clock label={words.hoursFrom} minute={from} onChange={(next) => setHours({ from: next, to })} />
        <Clock label={words.hoursTo} minute={to} onChange={(next) => setHours({ from, to: next })} />
      </View>
      {from === to && <View className={styles.wrong}>{words.hoursSame}</View>}
      <PrimaryButton isDisabled={from === to} isLoading={isRunning} onClick={() => void save()}>
        {words.hoursSave}
      </PrimaryButton>
    </Sheet>
  )
}
