import { useState } from 'react'
import { EmptyState } from '@/components/empty-state'
import { ListStates } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { Tabs } from '@/components/tabs'
import { noticeForm as words } from '@/copy/notice-form'
import { areasICareFor } from '@/features/notice/caretaking'
import { NoticeForm } from '@/features/notice/notice-form'
import { NoticeRow } from '@/features/notice/notice-row'
import { SessionGate } from '@/features/session/session-gate'
import { usePagedAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'

type View = 'write' | 'published'
const views: readonly { value: View; label: string }[] = [
  { value: 'write', label: words.writing },
  { value: 'published', label: words.published },
]

/** Those that I keep: how far they have come is for me to know. */
function Published({ onWrite }: { onWrite: () => void }) {
  const list = usePagedAction('notice.list', { view: 'all' })
  const kept = list.items.filter(({ allowedActions, reach }) => reach !== null || allowedActions.length > 0)
  return (
    <ListStates
      list={{ ...list, items: kept }}
      keyOf={({ _id }) => _id}
      empty={{
        art: 'letterbox',
        words: words.publishedEmpty,
        action: { words: words.writing, onClick: onWrite },
      }}
      render={(notice) => <NoticeRow notice={notice} />}
    />
  )
}

function Content() {
  const { account } = useSession()
  const roots = areasICareFor(account)
  const [view, setView] = useState<View>('write')
  if (roots.length === 0) {
    return (
      <Screen>
        <EmptyState art="letterbox" words={words.noArea} />
      </Screen>
    )
  }
  return (
    <Screen>
      <Tabs tabs={views} chosen={view} onChoose={setView} />
      {view === 'write' ? (
        <NoticeForm roots={roots} onPublished={() => setView('published')} />
      ) : (
        <Published onWrite={() => setView('write')} />
      )}
    </Screen>
  )
}

/** 发公告: write to areas that I look after, and see how far what was sent has come. */
export default function NoticePage() {
  return (
    <SessionGate>
      <Content />
    </SessionGate>
  )
}
