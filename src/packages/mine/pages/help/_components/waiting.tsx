import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { ReasonSheet } from '@/components/reason-sheet'
import { appointments, helpWords } from '@/copy/appointments'
import { roleNames } from '@/copy/people'
import { dateWords } from '@/copy/time'
import type { AppointmentView } from '@/domain/appointment/contract'
import { signaturesNeeded } from '@/domain/appointment/policy'
import { AppointmentCard } from '@/features/appointment/appointment-card'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import styles from '../index.module.scss'

/** What I have applied for, or was named for, until the office has answered; I may take it back. */
export function Waiting({ appointment }: { appointment: AppointmentView }) {
  const [isAsking, setIsAsking] = useState(false)
  const { run, isRunning } = useCommand('appointment.refuse')
  const { _id: appointmentId, allowedActions, areaName, role, signatures, since, state } = appointment
  const takeBack = async (reason: string): Promise<void> => {
    if (!(await run({ appointmentId, reason }))) return
    setIsAsking(false)
    toast(appointments.takenBack)
  }
  return (
    <View>
      <View className={styles.lead}>
        {state === 'agreed'
          ? helpWords.agreed(roleNames[role], areaName, dateWords(since ?? 0))
          : helpWords[state === 'applied' ? 'waiting' : 'named'](roleNames[role], areaName)}
      </View>
      <AppointmentCard isMine appointment={appointment}>
        {allowedActions.includes('refuse') && (
          <QuietButton onClick={() => setIsAsking(true)}>{appointments.takeBack}</QuietButton>
        )}
      </AppointmentCard>
      {state !== 'agreed' && !(state === 'applied' && signatures.length > 0) && (
        <View className={styles.hint}>
          {signaturesNeeded(role) === 2 ? helpWords.waitingTwo : helpWords.waitingHint}
        </View>
      )}
      {isAsking && (
        <ReasonSheet
          title={appointments.takeBackTitle}
          consequence={appointments.takeBackCheck}
          reasons={appointments.takeBackReasons}
          wordsLabel={appointments.reasonWords}
          confirmWords={appointments.takeBack}
          isRunning={isRunning}
          onConfirm={(reason) => void takeBack(reason)}
          onClose={() => setIsAsking(false)}
        />
      )}
    </View>
  )
}
