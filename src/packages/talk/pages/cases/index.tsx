import { View } from '@tarojs/components'
import { useState } from 'react'
import { ListStates } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { moderationWords as words } from '@/copy/moderation'
import type { CaseView } from '@/domain/moderation/contract'
import { CaseCard } from '@/features/moderation/case-card'
import { AppealSheet } from '@/features/moderation/case-sheets'
import { SessionGate } from '@/features/session/session-gate'
import { usePagedAction } from '@/features/session/use-action'
import styles from './index.module.scss'

/** Their own words are not theirs to judge, whatever else they look after. */
const mineOnly = (one: CaseView): CaseView => ({
  ...one,
  allowedActions: one.allowedActions.filter((action) => action === 'appeal'),
})

function Content() {
  const list = usePagedAction('moderation.mine', {})
  const [asked, setAsked] = useState<CaseView | null>(null)
  return (
    <Screen>
      {list.items.length > 0 && <View className={styles.hint}>{words.mineHint}</View>}
      <ListStates
        list={list}
        keyOf={({ _id }) => _id}
        empty={{ art: 'cups', words: words.mineEmpty }}
        render={(one) => <CaseCard one={mineOnly(one)} onAct={() => setAsked(one)} />}
      />
      {asked && <AppealSheet one={asked} onClose={() => setAsked(null)} />}
    </Screen>
  )
}

/** 我的申诉: what was decided about what I said, and my objection to it. */
export default function CasesPage() {
  return (
    <SessionGate>
      <Content />
    </SessionGate>
  )
}
