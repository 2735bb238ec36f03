import { useState } from 'react'
import { ListStates } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { Tabs } from '@/components/tabs'
import { notice as words } from '@/copy/notice'
import { NoticeRow } from '@/features/notice/notice-row'
import { SessionGate } from '@/features/session/session-gate'
import { usePagedAction } from '@/features/session/use-action'

type View = 'current' | 'all'
const views: readonly { value: View; label: string }[] = [
  { value: 'current', label: words.current },
  { value: 'all', label: words.all },
]

function Board() {
  const [view, setView] = useState<View>('current')
  const list = usePagedAction('notice.list', { view })
  const empty =
    view === 'all'
      ? ({ art: 'letterbox', words: words.listEmpty } as const)
      : ({
          art: 'letterbox',
          words: words.currentEmpty,
          action: { words: words.seeAll, onClick: () => setView('all') },
        } as const)
  return (
    <Screen>
      <Tabs tabs={views} chosen={view} onChoose={setView} />
      <ListStates
        list={list}
        keyOf={({ _id }) => _id}
        empty={empty}
        render={(notice) => <NoticeRow notice={notice} />}
      />
    </Screen>
  )
}

/** 公告栏: what was told to where I live or look after, newest first. */
export default function BoardPage() {
  return (
    <SessionGate>
      <Board />
    </SessionGate>
  )
}
