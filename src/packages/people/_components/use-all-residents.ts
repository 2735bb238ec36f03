import { useEffect } from 'react'
import type { ResidentRow } from '@/domain/resident/contract'
import type { AreaPath } from '@/domain/shared/area'
import { usePagedAction, type PagedList } from '@/features/session/use-action'

/** A building is read whole, page after page, so that it can be shown flat by flat; a very large one by hand from there. */
const mostByItself = 500

/** Everyone who lives in a building, a stairwell or a micro-grid. */
export function useAllResidents(areaPath: AreaPath, isEnabled = true): PagedList<ResidentRow> {
  const list = usePagedAction('resident.list', { areaPath, limit: 50 }, { isEnabled })
  const { hasMore, isLoadingMore, items, loadMore } = list
  const goesOn = hasMore && !isLoadingMore && items.length < mostByItself
  useEffect(() => {
    if (goesOn) loadMore()
    // Once for each page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [goesOn, items.length])
  return list
}
