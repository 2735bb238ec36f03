import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton } from '@/components/button'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { ListStates, wholeList } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { invite } from '@/copy/invite'
import type { InvitationView } from '@/domain/invitation/contract'
import { CodeSheet } from '@/features/invite/code-sheet'
import { CreateSheet } from '@/features/invite/create-sheet'
import { InvitationCard } from '@/features/invite/invitation-card'
import { useAction } from '@/features/session/use-action'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import styles from './index.module.scss'

/** 邀请码: the codes to the areas that I look after. */
export default function InvitePage() {
  const query = useAction('invitation.list', {})
  const revoke = useCommand('invitation.revoke')
  const [shown, setShown] = useState<InvitationView | null>(null)
  const [revoking, setRevoking] = useState<InvitationView | null>(null)
  const [isCreating, setIsCreating] = useState(false)

  const takeBack = async ({ _id: code }: InvitationView): Promise<void> => {
    if (!(await revoke.run({ code }))) return
    setRevoking(null)
    toast(invite.revoked)
  }
  const items = query.data?.items ?? []
  const older = items.filter(({ state }) => state !== 'valid')
  const card = (invitation: InvitationView) => (
    <InvitationCard
      key={invitation._id}
      invitation={invitation}
      onShow={() => setShown(invitation)}
      onRevoke={() => setRevoking(invitation)}
    />
  )
  return (
    <Screen
      action={
        query.data && <PrimaryButton onClick={() => setIsCreating(true)}>{invite.create}</PrimaryButton>
      }
    >
      <ListStates
        list={wholeList(query, () => items.filter(({ state }) => state === 'valid'))}
        keyOf={({ _id }) => _id}
        empty={{ art: 'door', words: `${invite.empty}。${invite.emptyHint}` }}
        render={card}
      />
      {older.length > 0 && <View className={styles.heading}>{invite.older}</View>}
      {older.map(card)}
      {isCreating && query.data && (
        <CreateSheet
          areas={query.data.areas}
          onClose={() => setIsCreating(false)}
          onCreated={(invitation) => {
            setIsCreating(false)
            setShown(invitation)
          }}
        />
      )}
      {shown && <CodeSheet invitation={shown} onClose={() => setShown(null)} />}
      <ConfirmSheet
        isOpen={revoking !== null}
        isDanger
        title={invite.revokeTitle}
        consequence={invite.revokeCheck}
        confirmWords={invite.revoke}
        isRunning={revoke.isRunning}
        onConfirm={() => revoking && void takeBack(revoking)}
        onClose={() => setRevoking(null)}
      />
    </Screen>
  )
}
