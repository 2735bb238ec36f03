import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { profileWords } from '@/copy/volunteer'
import type { CallInput, Output } from '@/domain/contracts'
import type { MyAccount } from '@/domain/account/schema'
import { actionKey } from '@/features/session/keys'
import { useCommand } from '@/features/session/use-command'
import { useConsent } from '@/features/session/use-consent'
import { toast } from '@/platform/toast'

export type Profile = Required<CallInput<'account.putVolunteer'>>

interface ProfileState {
  profile: Profile
  change: (fields: Partial<Profile>) => void
  /** Something is not saved yet. */
  isChanged: boolean
  save: () => Promise<void>
  isSaving: boolean
}

/** What I decide for myself as a volunteer, as I am changing it. */
export function useProfile({ skills, volunteer }: Pick<MyAccount, 'skills' | 'volunteer'>): ProfileState {
  const queries = useQueryClient()
  const [changes, setChanges] = useState<Partial<Profile>>({})
  const put = useCommand('account.putVolunteer')
  const ask = useConsent()
  const profile: Profile = { ...volunteer, skills, ...changes }

  const save = async (): Promise<void> => {
    void ask('volunteer')
    // Whom I would rather not go to is saved only where I have changed it here.
    const { avoids: _avoids, ...rest } = profile
    const output = await put.run({ ...rest, ...changes })
    if (!output) return
    queries.setQueryData<Output<'account.me'>>(actionKey('account.me', {}), (me) =>
      me ? { ...me, account: output.account } : me,
    )
    // What was changed while this was on its way is still to be saved.
    setChanges((now) => (now === changes ? {} : now))
    toast(profileWords.saved)
  }

  return {
    profile,
    change: (fields) => setChanges((before) => ({ ...before, ...fields })),
    isChanged: Object.keys(changes).length > 0,
    save,
    isSaving: put.isRunning,
  }
}
