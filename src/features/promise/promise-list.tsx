import { View } from '@tarojs/components'
import { useState } from 'react'
import { ListStates } from '@/components/list-states'
import { ViewChoice } from '@/components/view-choice'
import { promise as words } from '@/copy/promise'
import type { PromiseView } from '@/domain/promise/contract'
import { usePagedAction } from '@/features/session/use-action'
import { DelaySheet } from './delay-sheet'
import { KeepSheet } from './keep-sheet'
import { PromiseCard } from './promise-card'

type Doing = { what: 'keep' | 'delay'; promise: PromiseView }

/** What was promised in the groups that I look after: what is due first, first; or what was kept. */
export function PromiseList() {
  const [view, setView] = useState<'open' | 'kept'>('open')
  const [doing, setDoing] = useState<Doing | null>(null)
  const list = usePagedAction('promise.list', { view })
  const close = (): void => setDoing(null)
  return (
    <View>
      <ViewChoice
        names={words.views}
        view={view}
        hint={view === 'open' && list.items.length > 1 ? words.hint : undefined}
        onChoose={setView}
      />
      <ListStates
        list={list}
        keyOf={({ _id }) => _id}
        empty={{ art: 'cups', words: view === 'open' ? words.empty : words.keptEmpty }}
        render={(promise) => (
          <PromiseCard
            promise={promise}
            onKeep={() => setDoing({ what: 'keep', promise })}
            onDelay={() => setDoing({ what: 'delay', promise })}
          />
        )}
      />
      {doing?.what === 'keep' && <KeepSheet promise={doing.promise} onClose={close} />}
      {doing?.what === 'delay' && <DelaySheet promise={doing.promise} onClose={close} />}
    </View>
  )
}
