import { useEffect, useMemo } from 'react'
import type { HandbookView } from '@/domain/handbook/contract'
import type { AreaPath } from '@/domain/shared/area'
import { useAction } from '@/features/session/use-action'
import { keepHandbook, readHandbook } from './kept-handbook'

export interface HandbookState {
  /** null until known; without a network the one that this phone has kept. */
  handbook: HandbookView | null
  isPending: boolean
  /** Why there is none. */
  error: Error | null
  refetch: () => unknown
}

/** The handbook of a community; null: of none. */
export function useHandbook(communityPath: AreaPath | null): HandbookState {
  const query = useAction(
    'handbook.get',
    { communityPath: communityPath ?? '' },
    { isEnabled: communityPath !== null },
  )
  const kept = useMemo(() => (communityPath === null ? null : readHandbook(communityPath)), [communityPath])
  const fresh = query.data?.handbook
  useEffect(() => {
    if (fresh) keepHandbook(fresh)
  }, [fresh])
  const handbook = fresh ?? kept
  return {
    handbook,
    isPending: handbook === null && communityPath !== null && query.isPending,
    error: handbook === null ? query.error : null,
    refetch: query.refetch,
  }
}
