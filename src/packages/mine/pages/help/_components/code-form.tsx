import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { TextField } from '@/components/text-field'
import { helpWords, roleSentences } from '@/copy/appointments'
import { invitationStateWords, roleNames } from '@/copy/people'
import type { Output } from '@/domain/contracts'
import { newVolunteer } from '@/domain/account/schema'
import type { AppointmentView } from '@/domain/appointment/contract'
import type { Role } from '@/domain/shared/role'
import { hasConsented, privacyVersion } from '@/features/invitation/consent'
import { useAction } from '@/features/session/use-action'
import { useCommand } from '@/features/session/use-command'
import { useSession } from '@/features/session/use-session'
import { Cap, Skills } from '@/features/volunteer/settings'
import { Times } from '@/features/volunteer/times'
import type { Profile } from '@/features/volunteer/use-profile'
import { toast } from '@/platform/toast'
import { openInstead, routes } from '@/routes'
import styles from '../index.module.scss'
import { Waiting } from './waiting'

/** Somebody was given a code for a role: what it is, and "I'll come"; only for those who have agreed to be asked. */
export function CodeForm({ code }: { code: string }) {
  const { data, error, refetch } = useAction('invitation.look', { code })
  const [mayAsk, setMayAsk] = useState(false)
  useEffect(() => {
    void hasConsented().then((has) => (has ? setMayAsk(true) : openInstead(routes.join(code))))
  }, [code])
  if (!data || !mayAsk)
    return <Screen>{error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton />}</Screen>
  if (data.state !== 'valid' || data.target.kind !== 'role') {
    return (
      <Screen>
        <EmptyState art="door" words={invitationStateWords[data.state]} />
      </Screen>
    )
  }
  return <Form code={code} role={data.target.role} place={data} />
}

interface FormProps {
  code: string
  role: Role
  place: Pick<Output<'invitation.look'>, 'areaPath' | 'areaName'>
}

function Form({ code, role, place: { areaPath, areaName } }: FormProps) {
  const { account } = useSession()
  const { run, isRunning } = useCommand('appointment.apply')
  const [nickname, setNickname] = useState(account?.nickname ?? '')
  const [profile, setProfile] = useState<Profile>({
    ...(account?.volunteer ?? newVolunteer),
    skills: account?.skills ?? [],
  })
  const [note, setNote] = useState('')
  const [sent, setSent] = useState<AppointmentView | null>(null)
  const [isTried, setTried] = useState(false)
  const isNameless = !account && nickname.trim() === ''
  const submit = async (): Promise<void> => {
    if (isNameless) {
      setTried(true)
      toast(helpWords.nicknameMissing)
      return
    }
    const { cap, skills, times } = profile
    const name = account ? null : nickname.trim()
    const said = { skills, cap, times, note, nickname: name, privacyVersion }
    const output = await run({ code, communityPath: areaPath, ...said })
    if (!output) return
    toast(helpWords.sent)
    setSent(output.appointment)
  }
  if (sent) {
    return (
      <Screen>
        <Waiting appointment={sent} />
      </Screen>
    )
  }
  const part = {
    profile,
    change: (fields: Partial<Profile>) => setProfile((before) => ({ ...before, ...fields })),
  }
  return (
    <Screen
      action={
        <PrimaryButton isLoading={isRunning} onClick={() => void submit()}>
          {helpWords.byCodeSubmit}
        </PrimaryButton>
      }
    >
      <View className={styles.lead}>{helpWords.byCode(roleNames[role], areaName)}</View>
      <Card>
        <View className={styles.hint}>{roleSentences[role]}</View>
      </Card>
      {!account && (
        <Card>
          <TextField
            label={helpWords.nickname}
            error={isTried && isNameless ? helpWords.nicknameMissing : undefined}
            value={nickname}
            maxLength={20}
            onChange={setNickname}
          />
        </Card>
      )}
      {role === 'volunteer' && (
        <>
          <Skills {...part} />
          <Times {...part} />
          <Cap {...part} />
        </>
      )}
      <Card>
        <TextField
          isMultiline
          label={helpWords.note}
          placeholder={helpWords.notePlaceholder}
          value={note}
          maxLength={200}
          onChange={setNote}
        />
      </Card>
    </Screen>
  )
}
