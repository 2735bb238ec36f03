import { View } from '@tarojs/components'
import { useState } from 'react'
import { PrimaryButton, QuietButton } from '@/components/button'
import { ListStates, wholeList } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { invite } from '@/copy/invite'
import type { InvitationView } from '@/domain/invitation/contract'
import { CodeSheet } from '@/features/invite/code-sheet'
import { CreateSheet } from '@/features/invite/create-sheet'
import { InvitationCard } from '@/features/invite/invitation-card'
import { RevokeSheet } from '@/features/invite/revoke-sheet'
import { useCodes } from '@/features/invite/use-codes'
import { CodePaperSheet, PapersSheet } from '@/features/print/papers-sheet'
import { useAction } from '@/features/session/use-action'
import styles from './index.module.scss'

/** What is open over the list. */
type Open = { kind: 'create' } | { kind: 'papers' } | { kind: 'paper'; invitation: InvitationView } | null

/** 邀请码: the codes to the areas that I look after, and the papers that carry them. */
export default function InvitePage() {
  const query = useAction('invitation.list', {})
  const codes = useCodes()
  const [open, setOpen] = useState<Open>(null)
  const close = (): void => setOpen(null)
  const items = query.data?.items ?? []
  const areas = query.data?.areas ?? []
  const older = items.filter(({ state }) => state !== 'valid')
  const card = (invitation: InvitationView) => (
    <InvitationCard
      key={invitation._id}
      invitation={invitation}
      onShow={() => codes.setShown(invitation)}
      onRevoke={() => codes.setRevoking(invitation)}
      onPrint={() => setOpen({ kind: 'paper', invitation })}
    />
  )
  return (
    <Screen
      action={
        areas.length > 0 && (
          <View className={styles.buttons}>
            <QuietButton onClick={() => setOpen({ kind: 'papers' })}>{invite.papers}</QuietButton>
            <PrimaryButton onClick={() => setOpen({ kind: 'create' })}>{invite.create}</PrimaryButton>
          </View>
        )
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
      {open?.kind === 'create' && (
        <CreateSheet
          areas={areas}
          onClose={close}
          onCreated={(invitation) => {
            close()
            codes.setShown(invitation)
          }}
        />
      )}
      {open?.kind === 'papers' && <PapersSheet areas={areas} onClose={close} />}
      {open?.kind === 'paper' && (
        <CodePaperSheet code={open.invitation._id} areaName={open.invitation.areaName} onClose={close} />
      )}
      {codes.shown && <CodeSheet invitation={codes.shown} onClose={() => codes.setShown(null)} />}
      <RevokeSheet codes={codes} />
    </Screen>
  )
}
