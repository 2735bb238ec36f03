import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { person as words } from '@/copy/residents'
import { isCurrent } from '@/domain/account/index-fields'
import type { InvitationView } from '@/domain/invitation/contract'
import type { ResidentView } from '@/domain/resident/contract'
import { CodeSheet } from '@/features/invite/code-sheet'
import { useCommand } from '@/features/session/use-command'

/** Hands somebody of the register their own account: a code for them alone. */
export function TakeOver({ resident }: { resident: ResidentView }) {
  const [isAsking, setAsking] = useState(false)
  const [invitation, setInvitation] = useState<InvitationView | null>(null)
  const { run, isRunning } = useCommand('invitation.create')
  const { memberships, nickname, userId } = resident
  const home = memberships.find(isCurrent)
  const make = async (): Promise<void> => {
    if (!home) return
    const target = { kind: 'person', userId } as const
    const output = await run({ areaPath: home.areaPath, target, days: 7, maxUses: 1 })
    if (!output) return
    setAsking(false)
    setInvitation(output.invitation)
  }
  if (!home) return null
  return (
    <>
      <QuietButton onClick={() => setAsking(true)}>{words.takeOver}</QuietButton>
      <ConfirmSheet
        isOpen={isAsking}
        title={words.takeOverTitle(nickname)}
        consequence={words.takeOverCheck}
        confirmWords={words.takeOverMake}
        isRunning={isRunning}
        onConfirm={() => void make()}
        onClose={() => setAsking(false)}
      />
      {invitation && <CodeSheet invitation={invitation} onClose={() => setInvitation(null)} />}
    </>
  )
}
