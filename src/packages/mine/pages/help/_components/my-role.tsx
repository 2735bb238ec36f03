import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { handover, helpWords } from '@/copy/appointments'
import { dateWords } from '@/copy/time'
import type { MyAccount } from '@/domain/account/schema'
import type { AppointmentView } from '@/domain/appointment/contract'
import { successorScope } from '@/domain/appointment/policy'
import { monthAfter, monthOf } from '@/domain/shared/calendar'
import { startOf } from '@/domain/shared/day-keys'
import { AppointmentCard } from '@/features/appointment/appointment-card'
import { EndSheet } from '@/features/appointment/end-sheet'
import { useCommand } from '@/features/session/use-command'
import { useSession } from '@/features/session/use-session'
import { toast } from '@/platform/toast'
import { useNow } from '@/platform/use-now'
import styles from '../index.module.scss'

/** A role of mine: hand it over or leave it, and for volunteers "not this month". */
export function MyRole({ appointment }: { appointment: AppointmentView }) {
  const { account } = useSession()
  const [isEnding, setIsEnding] = useState(false)
  const { areaPath, role } = appointment
  const canHandOver = account !== null && successorScope(account, role, areaPath) !== null
  return (
    <>
      <AppointmentCard appointment={appointment}>
        {appointment.role === 'volunteer' && account && <Rest account={account} />}
        <QuietButton onClick={() => setIsEnding(true)}>
          {canHandOver ? handover.endOrHandOver : handover.quit}
        </QuietButton>
      </AppointmentCard>
      {isEnding && <EndSheet isMine appointment={appointment} onClose={() => setIsEnding(false)} />}
    </>
  )
}

/** Off duty until the month is over, or back before. */
function Rest({ account: { skills, volunteer } }: { account: MyAccount }) {
  const now = useNow()
  const { run, isRunning } = useCommand('account.putVolunteer')
  const [isAsking, setIsAsking] = useState(false)
  const isOff = (volunteer.offUntil ?? 0) > now
  const back = startOf(`${monthAfter(monthOf(now), 1)}-01`)
  const put = async (offUntil: number | null, words: string): Promise<void> => {
    const { avoids: _avoids, ...rest } = volunteer
    if (!(await run({ ...rest, skills, offUntil }))) return
    setIsAsking(false)
    toast(words)
  }
  if (isOff) {
    return (
      <>
        <View className={styles.hint}>{helpWords.resting(dateWords(volunteer.offUntil ?? now))}</View>
        <QuietButton isLoading={isRunning} onClick={() => void put(null, helpWords.backDone)}>
          {helpWords.back}
        </QuietButton>
      </>
    )
  }
  return (
    <>
      <QuietButton onClick={() => setIsAsking(true)}>{helpWords.rest}</QuietButton>
      <ConfirmSheet
        isOpen={isAsking}
        title={helpWords.restTitle}
        consequence={helpWords.restCheck(dateWords(back))}
        confirmWords={helpWords.rest}
        isRunning={isRunning}
        onConfirm={() => void put(back, helpWords.restDone(dateWords(back)))}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}
