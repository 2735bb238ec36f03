import { useReachBottom } from '@tarojs/taro'
import { ListStates } from '@/components/list-states'
import { Screen } from '@/components/screen'
import { seriesWords } from '@/copy/repeat'
import { SeriesCard } from '@/features/series/series-card'
import { SessionGate } from '@/features/session/session-gate'
import { usePagedAction } from '@/features/session/use-action'

function DeskSeries() {
  const list = usePagedAction('series.list', { view: 'desk' })
  const { hasMore, isLoadingMore, loadMore } = list
  useReachBottom(() => {
    if (hasMore && !isLoadingMore) loadMore()
  })
  const items = [...list.items].sort((a, b) => Number(b.isActive) - Number(a.isActive))
  return (
    <ListStates
      list={{ ...list, items }}
      keyOf={({ _id }) => _id}
      render={(series) => <SeriesCard series={series} />}
      empty={{ art: 'bench', words: seriesWords.deskEmpty }}
    />
  )
}

/** 固定的帮忙 of my communities: who comes to whom, and what the office can change of it. */
export default function SeriesPage() {
  return (
    <SessionGate>
      <Screen>
        <DeskSeries />
      </Screen>
    </SessionGate>
  )
}
