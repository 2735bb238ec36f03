import { View } from '@tarojs/components'
import { useState } from 'react'
import { ListStates } from '@/components/list-states'
import { ViewChoice } from '@/components/view-choice'
import { inbox as words } from '@/copy/inbox'
import type { InboxItemView } from '@/domain/inbox/contract'
import { usePagedAction } from '@/features/session/use-action'
import { InboxCard } from './inbox-card'
import { LateCard } from './late-card'
import type { LateReply } from './reply-field'

interface QuestionListProps {
  onPromise: (item: InboxItemView) => void
  onSkip: (item: InboxItemView) => void
  onReopen: (item: InboxItemView) => void
}

/** What waits for a word in all groups that I look after; or what got one, and from whom. */
export function QuestionList({ onPromise, onSkip, onReopen }: QuestionListProps) {
  const [view, setView] = useState<'open' | 'answered'>('open')
  const [late, setLate] = useState<LateReply | null>(null)
  const list = usePagedAction('inbox.list', { view })
  return (
    <View>
      <ViewChoice
        names={words.views}
        view={view}
        hint={view === 'open' && list.items.length > 0 ? words.hint : undefined}
        onChoose={setView}
      />
      {late && <LateCard key={late.item._id} late={late} onClose={() => setLate(null)} />}
      <ListStates
        list={list}
        keyOf={({ _id }) => _id}
        empty={{ art: 'cups', words: view === 'open' ? words.empty : words.answeredEmpty }}
        render={(item) => (
          <InboxCard
            item={item}
            onLate={setLate}
            onPromise={() => onPromise(item)}
            onSkip={() => onSkip(item)}
            onReopen={() => onReopen(item)}
          />
        )}
      />
    </View>
  )
}
