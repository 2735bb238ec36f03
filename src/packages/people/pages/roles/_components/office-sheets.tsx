import { ConfirmSheet } from '@/components/confirm-sheet'
import { ReasonSheet } from '@/components/reason-sheet'
import { appointments } from '@/copy/appointments'
import { roleNames } from '@/copy/people'
import type { AppointmentView } from '@/domain/appointment/contract'
import { EndSheet } from '@/features/appointment/end-sheet'
import { useCommands } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import type { Ask } from './office-card'

export interface Asked {
  what: Ask
  appointment: AppointmentView
}
interface OfficeSheetsProps {
  asked: Asked | null
  myId: string
  onClose: () => void
}

/** What is asked before somebody gets a role, doesn't, or has one no longer. */
export function OfficeSheets({ asked, myId, onClose }: OfficeSheetsProps) {
  const { run, isRunning } = useCommands()
  if (!asked) return null
  const { what, appointment } = asked
  const { _id: appointmentId, name, role, userId } = appointment
  const done = (output: unknown, words: string): void => {
    if (!output) return
    toast(words)
    onClose()
  }
  const sign = async (): Promise<void> =>
    done(await run('appointment.sign', { appointmentId }), appointments.signed)
  const refuse = async (reason: string): Promise<void> =>
    done(await run('appointment.refuse', { appointmentId, reason }), appointments.refused)
  if (what === 'end') {
    return <EndSheet appointment={appointment} isMine={userId === myId} onClose={onClose} />
  }
  if (what === 'sign') {
    return (
      <ConfirmSheet
        isOpen
        title={appointments.signTitle(name, roleNames[role])}
        consequence={appointments.signCheck[role]}
        confirmWords={appointments.sign}
        isRunning={isRunning}
        onConfirm={() => void sign()}
        onClose={onClose}
      />
    )
  }
  return (
    <ReasonSheet
      title={appointments.refuseTitle(name)}
      consequence={appointments.refuseCheck}
      reasons={appointments.refuseReasons}
      wordsLabel={appointments.reasonWords}
      confirmWords={appointments.refuse}
      isRunning={isRunning}
      onConfirm={(reason) => void refuse(reason)}
      onClose={onClose}
    />
  )
}
