import { useReachBottom } from '@tarojs/taro'
import { ListStates } from '@/components/list-states'
import { ordersWords } from '@/copy/pages'
import { seriesWords } from '@/copy/repeat'
import { SeriesCard } from '@/features/series/series-card'
import { usePagedAction } from '@/features/session/use-action'
import { open, routes } from '@/routes'

/** My recurring helps: those that go on first. */
export function SeriesList() {
  const list = usePagedAction('series.list', { view: 'mine' })
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
      empty={{
        art: 'bench',
        words: seriesWords.empty,
        action: { words: ordersWords.order, onClick: () => open(routes.orderNew()) },
      }}
    />
  )
}
