import { View } from '@tarojs/components'
import { useState } from 'react'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { ListStates } from '@/components/list-states'
import { ViewChoice } from '@/components/view-choice'
import { visit as words } from '@/copy/visit'
import type { VisitView } from '@/domain/visit/contract'
import { usePagedAction } from '@/features/session/use-action'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { VisitCard } from './visit-card'

/** Whom to look in on where I look after people, since nobody in their flat has read a notice. */
export function VisitList() {
  const [view, setView] = useState<'open' | 'done'>('open')
  const [visited, setVisited] = useState<VisitView | null>(null)
  const list = usePagedAction('visit.list', { view })
  const { run, isRunning } = useCommand('visit.finish')
  const finish = async (visitId: string, note: string): Promise<void> => {
    if (!(await run({ visitId, note }))) return
    toast(words.finished)
    setVisited(null)
  }
  return (
    <View>
      <ViewChoice
        names={words.views}
        view={view}
        hint={view === 'open' && list.items.length > 0 ? `${words.hint}。${words.seen}。` : undefined}
        onChoose={setView}
      />
      <ListStates
        list={list}
        keyOf={({ _id }) => _id}
        empty={{ art: 'door', words: view === 'open' ? words.empty : words.doneEmpty }}
        render={(visit) => <VisitCard visit={visit} onDone={() => setVisited(visit)} />}
      />
      {visited && (
        <ConfirmSheet
          isOpen
          title={words.finishTitle(visited.person.name)}
          consequence={words.finishWhat}
          reason={{ label: words.note, isOptional: true }}
          confirmWords={words.done}
          isRunning={isRunning}
          onConfirm={(note) => void finish(visited._id, note)}
          onClose={() => setVisited(null)}
        />
      )}
    </View>
  )
}
