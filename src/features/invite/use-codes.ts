import { useState } from 'react'
import { invite } from '@/copy/invite'
import type { InvitationView } from '@/domain/invitation/contract'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'

/** Which of my codes is being shown, and which is about to be taken out of use. */
export function useCodes() {
  const [shown, setShown] = useState<InvitationView | null>(null)
  const [revoking, setRevoking] = useState<InvitationView | null>(null)
  const { run, isRunning } = useCommand('invitation.revoke')
  const revoke = async (): Promise<void> => {
    if (!revoking || !(await run({ code: revoking._id }))) return
    setRevoking(null)
    toast(invite.revoked)
  }
  return { shown, setShown, revoking, setRevoking, revoke, isRevoking: isRunning }
}
