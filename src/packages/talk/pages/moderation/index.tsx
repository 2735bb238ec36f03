import { useState } from 'react'
import { ListStates } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { Tabs } from '@/components/tabs'
import { moderationWords as words } from '@/copy/moderation'
import type { CaseAction, CaseView } from '@/domain/moderation/contract'
import { CaseCard } from '@/features/moderation/case-card'
import { DecideSheet, DismissSheet, LiftSheet } from '@/features/moderation/case-sheets'
import { SessionGate } from '@/features/session/session-gate'
import { usePagedAction } from '@/features/session/use-action'
import { open, routes } from '@/routes'

const views = [
  { value: 'open', label: words.open },
  { value: 'past', label: words.past },
] as const
type View = (typeof views)[number]['value']

const empty = {
  open: { art: 'cups', words: words.openEmpty },
  past: { art: 'letterbox', words: words.pastEmpty },
} as const

function Cases({ view }: { view: View }) {
  const list = usePagedAction('moderation.list', { view })
  const [asked, setAsked] = useState<{ one: CaseView; action: CaseAction } | null>(null)
  const act = (one: CaseView, action: CaseAction): void => {
    if (action === 'remove' || action === 'silence') open(routes.messageDeed(action, one.groupPath, one.seq))
    else setAsked({ one, action })
  }
  const close = (): void => setAsked(null)
  return (
    <>
      <ListStates
        list={list}
        keyOf={({ _id }) => _id}
        empty={empty[view]}
        render={(one) => <CaseCard one={one} onAct={(action) => act(one, action)} />}
      />
      {asked?.action === 'dismiss' && <DismissSheet one={asked.one} onClose={close} />}
      {asked?.action === 'lift' && <LiftSheet one={asked.one} onClose={close} />}
      {asked?.action === 'decide' && <DecideSheet one={asked.one} onClose={close} />}
    </>
  )
}

function Content() {
  const [view, setView] = useState<View>('open')
  return (
    <Screen>
      <Tabs tabs={views} chosen={view} onChoose={setView} />
      <Cases key={view} view={view} />
    </Screen>
  )
}

/** 举报和申诉: what wants a decision in the groups that I look after, and what had one. */
export default function ModerationPage() {
  return (
    <SessionGate>
      <Content />
    </SessionGate>
  )
}
