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
import { ancestorAt } from '@/domain/shared/area'
import { useAction } from '@/features/session/use-action'
import { DutyList } from './duty-list'
import { PersonSearch, type Found } from './person-search'
import { useEnd } from './use-end'
import styles from './end-sheet.module.scss'

interface EndSheetProps {
  appointment: AppointmentView
  /** It is my own role. */
  isMine: boolean
  /** I may look people up here, and so name a successor. */
  canFind: boolean
  onClose: () => void
}

/** Before a role ends: first what is on their hands and where it goes, then why, and who comes after. */
export function EndSheet({ appointment, isMine, canFind, onClose }: EndSheetProps) {
  const { _id: appointmentId, name, role, areaPath, userId } = appointment
  const query = useAction('appointment.duties', { appointmentId })
  const { end, isRunning } = useEnd(appointmentId, onClose)
  const [chosen, setChosen] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [successor, setSuccessor] = useState<Found | null>(null)
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
          {canFind && (
            <PersonSearch
              areaPath={ancestorAt(areaPath, 'community') ?? areaPath}
              label={duties.needsSuccessor ? handover.successorNeeded : handover.successor}
              exceptId={userId}
              chosen={successor}
              onChoose={setSuccessor}
            />
          )}
          <View className={styles.buttons}>
            <QuietButton onClick={onClose}>{common.back}</QuietButton>
            <DangerButton
              isLoading={isRunning}
              isDisabled={reason === '' || isBlocked}
              onClick={() => void end(reason, successor?.userId ?? null)}
            >
              {handover.confirm}
            </DangerButton>
          </View>
        </View>
      )}
    </Sheet>
  )
}
