import { PrimaryButton, QuietButton } from '@/components/button'
import { appointments, handover } from '@/copy/appointments'
import type { AppointmentView } from '@/domain/appointment/contract'
import { AppointmentCard } from '@/features/appointment/appointment-card'

/** What can be asked about an appointment. */
export type Ask = 'sign' | 'refuse' | 'end'

interface OfficeCardProps {
  appointment: AppointmentView
  myId: string
  onAsk: (what: Ask) => void
}

/** An appointment as the office sees it, with the buttons that the cloud allows. */
export function OfficeCard({ appointment, myId, onAsk }: OfficeCardProps) {
  const { allowedActions, name, userId } = appointment
  const may = (what: Ask): boolean => allowedActions.includes(what)
  const isMine = userId === myId
  if (!may('sign') && !may('refuse') && !may('end')) return <AppointmentCard appointment={appointment} />
  return (
    <AppointmentCard appointment={appointment}>
      {may('refuse') && (
        <QuietButton label={`${appointments.refuse}：${name}`} onClick={() => onAsk('refuse')}>
          {isMine ? appointments.takeBack : appointments.refuse}
        </QuietButton>
      )}
      {may('sign') && (
        <PrimaryButton label={`${appointments.sign}：${name}`} onClick={() => onAsk('sign')}>
          {appointments.sign}
        </PrimaryButton>
      )}
      {may('end') && (
        <QuietButton label={`${handover.handOver}：${name}`} onClick={() => onAsk('end')}>
          {isMine ? handover.quit : handover.endOrHandOver}
        </QuietButton>
      )}
    </AppointmentCard>
  )
}
