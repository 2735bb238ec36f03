import { ordersWords } from '@/copy/pages'
import { seriesWords } from '@/copy/repeat'
import { SeriesCards } from '@/features/series/series-cards'
import { open, routes } from '@/routes'

/** My recurring helps. */
export function SeriesList() {
  return (
    <SeriesCards
      view="mine"
      empty={{
        art: 'bench',
        words: seriesWords.empty,
        action: { words: ordersWords.order, onClick: () => open(routes.orderNew()) },
      }}
    />
  )
}
