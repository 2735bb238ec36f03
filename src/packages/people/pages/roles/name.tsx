import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Card } from '@/components/card'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { Screen } from '@/components/screen'
import { TextField } from '@/components/text-field'
import { naming, roleSentences } from '@/copy/appointments'
import { roleNames } from '@/copy/people'
import { dateWords } from '@/copy/time'
import type { AppointmentView } from '@/domain/appointment/contract'
import { appointableRoles, signaturesNeeded } from '@/domain/appointment/policy'
import type { AreaPath } from '@/domain/shared/area'
import type { Role } from '@/domain/shared/role'
import { days, type Timestamp } from '@/domain/shared/time'
import { PersonSearch, type Found } from '@/features/appointment/person-search'
import { StartField } from '@/features/appointment/start-field'
import { SessionGate } from '@/features/session/session-gate'
import { useCommand } from '@/features/session/use-command'
import { useConsent } from '@/features/session/use-consent'
import { useSession } from '@/features/session/use-session'
import { toast } from '@/platform/toast'
import { useNow } from '@/platform/use-now'
import { paramText } from '@/routes'
import { AreaPicker } from './_components/area-picker'
import styles from './index.module.scss'

/** 请一位来担任: who, for what, where, and until when. */
export default function NamePage() {
  return (
    <SessionGate>
      <NameForm />
    </SessionGate>
  )
}

function doneWords({ name, since, state }: AppointmentView): string {
  if (state === 'proposed') return naming.asked
  return state === 'agreed' ? naming.agreed(name, dateWords(since ?? 0)) : naming.done(name)
}

const yearsOffered = [null, 1, 2, 3] as const

function NameForm() {
  const { account } = useSession()
  const now = useNow()
  const { params } = useRouter()
  const widest: AreaPath = paramText(params.area)
  const [areaPath, setAreaPath] = useState(widest)
  const [wanted, setWanted] = useState<Role | null>(null)
  const [person, setPerson] = useState<Found | null>(null)
  const [since, setSince] = useState<Timestamp | null>(null)
  const [years, setYears] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const { run, isRunning } = useCommand('appointment.propose')
  const ask = useConsent()
  const offered = account ? appointableRoles(account, areaPath) : []
  // Another area may have other roles to give.
  const role = offered.find((one) => one === wanted) ?? null
  const isTwo = role !== null && signaturesNeeded(role) === 2

  const submit = async (): Promise<void> => {
    if (!person || !role) return
    // A day that lies ahead may come to nothing: then whoever named them hears of it.
    if (since !== null) void ask('name')
    const until = years === null ? null : (since ?? now) + days(365 * years)
    const output = await run({ userId: person.userId, role, areaPath, since, until, note })
    if (!output) return
    toast(doneWords(output.appointment))
    void Taro.navigateBack()
  }
  return (
    <Screen
      action={
        <PrimaryButton isDisabled={!person || !role} isLoading={isRunning} onClick={() => void submit()}>
          {isTwo ? naming.submitTwo : naming.submit}
        </PrimaryButton>
      }
    >
      <Card>
        <PersonSearch
          areaPath={widest}
          label={naming.who}
          exceptId={account?._id}
          chosen={person}
          onChoose={setPerson}
        />
      </Card>
      <AreaPicker widest={widest} chosen={areaPath} onChoose={setAreaPath} />
      <Card>
        <Field label={naming.role} hint={role === null ? undefined : roleSentences[role]}>
          <Choices
            choices={offered.map((value) => ({ value, label: roleNames[value] }))}
            isChosen={(value) => value === role}
            onChoose={setWanted}
          />
        </Field>
        {isTwo && <View className={styles.line}>{naming.two}</View>}
      </Card>
      <Card>
        <StartField chosen={since} onChoose={setSince} />
        <Field label={naming.until} hint={naming.untilHint}>
          <Choices
            choices={yearsOffered.map((value) => ({
              value,
              label: value === null ? naming.noEnd : naming.years(value),
            }))}
            isChosen={(value) => value === years}
            onChoose={setYears}
          />
        </Field>
        <TextField label={naming.note} value={note} maxLength={200} onChange={setNote} />
      </Card>
    </Screen>
  )
}
