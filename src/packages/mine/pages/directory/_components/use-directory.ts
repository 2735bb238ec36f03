import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '@/cloud/call'
import type { ListSource } from '@/components/list-states'
import type { Output } from '@/domain/contracts'
import type { AreaPath } from '@/domain/shared/area'
import { actionKey } from '@/features/session/keys'

export type Directory = Output<'place.directory'>
export type Helper = Directory['helpers'][number]
export type Neighbour = Directory['neighbours']['items'][number]

/** Who is who in a building: helpers and numbers come with each page of neighbours, and are taken from the first. */
export function useDirectory(buildingPath: AreaPath) {
  const query = useInfiniteQuery({
    queryKey: [...actionKey('place.directory', { buildingPath }), 'pages'],
    queryFn: ({ pageParam }) => call('place.directory', { buildingPath, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.neighbours.nextCursor,
  })
  const neighbours: ListSource<Neighbour> = {
    items: query.data?.pages.flatMap((page) => page.neighbours.items) ?? [],
    isPending: query.isPending,
    error: query.data ? null : query.error,
    refetch: query.refetch,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  }
  return { directory: query.data?.pages[0] ?? null, error: query.error, refetch: query.refetch, neighbours }
}
