import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { Card } from '@/components/card'
import { Choices } from '@/components/choices'
import { Field } from '@/components/field'
import { TextField } from '@/components/text-field'
import { helpWords } from '@/copy/appointments'
import type { MyAccount } from '@/domain/account/schema'
import { isWithin, type AreaPath } from '@/domain/shared/area'
import { useCommand } from '@/features/session/use-command'
import { Cap, Skills } from '@/features/volunteer/settings'
import { Times } from '@/features/volunteer/times'
import type { Profile } from '@/features/volunteer/use-profile'
import { toast } from '@/platform/toast'
import styles from '../index.module.scss'

interface ApplyFormProps {
  account: MyAccount
  /** Where one lives and doesn't help yet. */
  communities: readonly AreaPath[]
}

/** By the home one has there: what the community itself is called, a neighbour need not know. */
const homeIn = ({ memberships }: MyAccount, communityPath: AreaPath): string =>
  memberships.find(({ areaPath }) => isWithin(areaPath, communityPath))?.areaName.split(' ')[0] ?? ''

/** I want to help: what I can, when, how much, and a few words. */
export function ApplyForm({ account, communities }: ApplyFormProps) {
  const [profile, setProfile] = useState<Profile>({ ...account.volunteer, skills: account.skills })
  const [note, setNote] = useState('')
  const { run, isRunning } = useCommand('appointment.apply')
  const [chosen, setChosen] = useState<AreaPath | null>(null)
  const communityPath = chosen ?? communities[0]
  if (communityPath === undefined) return null
  const part = {
    profile,
    change: (fields: Partial<Profile>) => setProfile((before) => ({ ...before, ...fields })),
  }
  const submit = async (): Promise<void> => {
    const { skills, cap, times } = profile
    if (await run({ communityPath, skills, cap, times, note })) toast(helpWords.sent)
  }
  return (
    <View>
      <View className={styles.lead}>{helpWords.lead}</View>
      {communities.length > 1 && (
        <Card>
          <Field label={helpWords.where}>
            <Choices
              choices={communities.map((value) => ({
                value,
                label: helpWords.around(homeIn(account, value)),
              }))}
              isChosen={(value) => value === communityPath}
              onChoose={setChosen}
            />
          </Field>
        </Card>
      )}
      <Skills {...part} />
      <Times {...part} />
      <Cap {...part} />
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
      <View className={styles.buttons}>
        <PrimaryButton isLoading={isRunning} onClick={() => void submit()}>
          {helpWords.submit}
        </PrimaryButton>
      </View>
    </View>
  )
}
