import { View } from '@tarojs/components'
import { useState } from 'react'
import { AreaChoice } from '@/components/area-choice'
import { PrimaryButton, QuietButton } from '@/components/button'
import { ListStates } from '@/components/list-states'
import { NotYours } from '@/components/not-yours'
import { Screen } from '@/components/screen'
import { Tabs } from '@/components/tabs'
import { invite } from '@/copy/invite'
import type { InvitationView } from '@/domain/invitation/contract'
import { mapRoles } from '@/domain/place/policy'
import type { ChosenArea } from '@/features/invite/area-steps'
import { CodeSheet } from '@/features/invite/code-sheet'
import { CreateSheet } from '@/features/invite/create-sheet'
import { InvitationCard } from '@/features/invite/invitation-card'
import { RevokeSheet } from '@/features/invite/revoke-sheet'
import { useCodes } from '@/features/invite/use-codes'
import { SessionGate } from '@/features/session/session-gate'
import { usePagedAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'
import { CodePaperSheet, PapersSheet } from './_components/papers-sheet'
import styles from './index.module.scss'

/** 邀请码: the codes to the areas that I look after, and the papers that carry them. */
export default function InvitePage() {
  return (
    <SessionGate>
      <Content />
    </SessionGate>
  )
}

function Content() {
  const { account } = useSession()
  const areas = (account?.roles ?? []).filter(({ role }) => mapRoles.some((one) => one === role))
  const [first] = areas
  if (first) return <Codes areas={areas} first={first} />
  return (
    <Screen>
      <NotYours />
    </Screen>
  )
}

const views = ['open', 'closed'] as const
/** What is open over the list. */
type Open = { kind: 'create' } | { kind: 'papers' } | { kind: 'paper'; invitation: InvitationView } | null

function Codes({ areas, first }: { areas: readonly ChosenArea[]; first: ChosenArea }) {
  const { can } = useSession()
  const [areaPath, setAreaPath] = useState(first.areaPath)
  const [view, setView] = useState<(typeof views)[number]>('open')
  const [open, setOpen] = useState<Open>(null)
  const codes = useCodes()
  // The street looks for people; who may come in is the communities' to say.
  const kind = can('lead') ? null : 'role'
  const list = usePagedAction('invitation.list', { areaPath, view, kind })
  const close = (): void => setOpen(null)
  return (
    <Screen
      action={
        <View className={styles.buttons}>
          {can('lead') && (
            <QuietButton onClick={() => setOpen({ kind: 'papers' })}>{invite.papers}</QuietButton>
          )}
          <PrimaryButton onClick={() => setOpen({ kind: 'create' })}>{invite.create}</PrimaryButton>
        </View>
      }
    >
      <AreaChoice
        label={invite.area}
        areas={areas}
        chosenPath={areaPath}
        onChoose={(area) => setAreaPath(area.areaPath)}
      />
      <Tabs
        tabs={views.map((value) => ({ value, label: invite.views[value] }))}
        chosen={view}
        onChoose={setView}
      />
      <View className={styles.list}>
        <ListStates
          list={list}
          keyOf={({ _id }) => _id}
          empty={{ art: 'door', words: invite.empty[view] }}
          render={(invitation) => (
            <InvitationCard
              invitation={invitation}
              onShow={() => codes.setShown(invitation)}
              onRevoke={() => codes.setRevoking(invitation)}
              onPrint={() => setOpen({ kind: 'paper', invitation })}
            />
          )}
        />
      </View>
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
