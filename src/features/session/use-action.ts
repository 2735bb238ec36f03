import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { call } from '@/cloud/call'
import type { ActionName, CallInput, Contracts, Output } from '@/domain/contracts'
import type { Page } from '@/domain/shared/paging'
import { actionKey, pagesKey } from './keys'

type QueryName = { [N in ActionName]: Contracts[N]['kind'] extends 'query' ? N : never }[ActionName]

/** Asks a query and keeps its answer fresh; `isEnabled: false` waits. */
export function useAction<N extends QueryName>(
  name: N,
  input: CallInput<N>,
  options: { isEnabled?: boolean } = {},
): UseQueryResult<Output<N>> {
  return useQuery({
    queryKey: actionKey(name, input),
    queryFn: () => call(name, input),
    enabled: options.isEnabled ?? true,
  })
}

type PagedName = {
  [N in QueryName]: Output<N> extends Page<unknown> ? N : never
}[QueryName]
type ItemOf<N extends PagedName> = Output<N> extends Page<infer T> ? T : never

/** A list that grows page by page; give it to `ListStates`. */
export interface PagedList<T, A = Page<T>> {
  items: T[]
  /** As they came, with what they tell beside their items. */
  pages: readonly A[]
  isPending: boolean
  error: Error | null
  refetch: () => unknown
  hasMore: boolean
  isLoadingMore: boolean
  loadMore: () => void
  /** When it was answered last, be it by an error; 0: not yet. */
  asOf: number
}

/** Asks a paged query, page after page. */
export function usePagedAction<N extends PagedName>(
  name: N,
  input: Omit<CallInput<N>, 'cursor'>,
  options: { isEnabled?: boolean } = {},
): PagedList<ItemOf<N>, Output<N> & Page<ItemOf<N>>> {
  const query = useInfiniteQuery({
    queryKey: pagesKey(name, input),
    queryFn: ({ pageParam }) =>
      call(name, { ...input, cursor: pageParam } as CallInput<N>) as Promise<Output<N> & Page<ItemOf<N>>>,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: options.isEnabled ?? true,
  })
  return {
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    pages: query.data?.pages ?? [],
    isPending: query.isPending,
    error: query.data ? null : query.error,
    refetch: query.refetch,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    asOf: Math.max(query.dataUpdatedAt, query.errorUpdatedAt),
  }
}
