import { View } from '@tarojs/components'
import { useState } from 'react'
import { DangerButton, QuietButton } from '@/components/button'
import { Choices } from '@/components/choices'
import { ErrorState } from '@/components/error-state'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { Skeleton } from '@/components/skeleton'
import { TextField } from '@/components/text-field'
import { appointments, handover } from '@/copy/appointments'
import { common } from '@/copy/common'
import { roleNames } from '@/copy/people'
import type { AppointmentView } from '@/domain/appointment/contract'
import { successorScope } from '@/domain/appointment/policy'
import type { Timestamp } from '@/domain/shared/time'
import { useAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { DutyList } from './duty-list'
import { PersonSearch, type Found } from './person-search'
import { StartField } from './start-field'
import { useEnd } from './use-end'
import styles from './end-sheet.module.scss'

interface EndSheetProps {
  appointment: AppointmentView
  /** It is my own role. */
  isMine: boolean
  onClose: () => void
}

/** Before a role ends: first what is on their hands and where it goes, then why, and who comes after. */
export function EndSheet({ appointment, isMine, onClose }: EndSheetProps) {
  const { _id: appointmentId, name, role, areaPath, userId } = appointment
  const { account } = useSession()
  const query = useAction('appointment.duties', { appointmentId })
  const { end, isRunning } = useEnd(appointmentId, onClose)
  const [chosen, setChosen] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [successor, setSuccessor] = useState<Found | null>(null)
  const [since, setSince] = useState<Timestamp | null>(null)
  const scope = account && successorScope(account, role, areaPath)
  const reason = [chosen, words.trim()].filter(Boolean).join('，')
  const duties = query.data?.duties
  const isBlocked = duties?.needsSuccessor === true && successor === null
  const title = isMine ? handover.quitTitle(roleNames[role]) : handover.endTitle(name, roleNames[role])
  return (
    <Sheet isOpen title={title} onClose={onClose}>
      {query.error && !duties && <ErrorState error={query.error} onRetry={query.refetch} />}
      {!query.error && !duties && <Skeleton count={1} />}
      {duties && (
        <View>
          <DutyList duties={duties} role={role} successor={successor?.nickname ?? null} />
          <Field label={handover.why}>
            <Choices
              choices={handover.reasons[isMine ? 'mine' : 'others'].map((value) => ({ value, label: value }))}
              isChosen={(value) => value === chosen}
              onChoose={(value) => setChosen(value === chosen ? null : value)}
            />
          </Field>
          <TextField label={appointments.reasonWords} value={words} maxLength={80} onChange={setWords} />
          {scope && (
            <PersonSearch
              areaPath={scope}
              label={duties.needsSuccessor ? handover.successorNeeded : handover.successor}
              exceptId={userId}
              chosen={successor}
              onChoose={setSuccessor}
            />
          )}
          {successor && <StartField chosen={since} onChoose={setSince} />}
          <View className={styles.buttons}>
            <QuietButton onClick={onClose}>{common.back}</QuietButton>
            <DangerButton
              isLoading={isRunning}
              isDisabled={reason === '' || isBlocked}
              onClick={() => void end(reason, successor?.userId ?? null, successor && since)}
            >
              {handover.confirm}
            </DangerButton>
          </View>
        </View>
      )}
    </Sheet>
  )
}
