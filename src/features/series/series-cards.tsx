import { useReachBottom } from '@tarojs/taro'
import type { EmptyStateProps } from '@/components/empty-state'
import { ListStates } from '@/components/list-states'
import type { CallInput } from '@/domain/contracts'
import { usePagedAction } from '@/features/session/use-action'
import { SeriesCard } from './series-card'

interface SeriesCardsProps {
  view: CallInput<'series.list'>['view']
  empty: EmptyStateProps
}

/** Recurring helps, a page at a time: those that go on first. */
export function SeriesCards({ view, empty }: SeriesCardsProps) {
  const list = usePagedAction('series.list', { view })
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
      empty={empty}
    />
  )
}
