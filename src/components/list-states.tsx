import { View } from '@tarojs/components'
import { Fragment, type ReactNode } from 'react'
import { common } from '@/copy/common'
import { QuietButton } from './button'
import { EmptyState, type EmptyStateProps } from './empty-state'
import { ErrorState } from './error-state'
import { Skeleton } from './skeleton'
import styles from './list-states.module.scss'

/** What a list needs; `usePagedAction` gives it, `wholeList` makes it of a plain query. */
export interface ListSource<T> {
  items: readonly T[]
  isPending: boolean
  error: Error | null
  refetch: () => unknown
  hasMore?: boolean
  isLoadingMore?: boolean
  loadMore?: () => void
}

interface ListStatesProps<T> {
  list: ListSource<T>
  keyOf: (item: T) => string
  render: (item: T) => ReactNode
  empty: EmptyStateProps
  skeletonCount?: number
}

/** A list with all of its faces: on its way, failed, empty, filled, and with more to come. */
export function ListStates<T>({ list, keyOf, render, empty, skeletonCount }: ListStatesProps<T>) {
  if (list.items.length === 0) {
    if (list.error) return <ErrorState error={list.error} onRetry={list.refetch} />
    if (list.isPending) return <Skeleton count={skeletonCount} />
    return <EmptyState {...empty} />
  }
  return (
    <View>
      {list.items.map((item) => (
        <Fragment key={keyOf(item)}>{render(item)}</Fragment>
      ))}
      {list.hasMore && list.loadMore && (
        <View className={styles.more}>
          <QuietButton isCompact isLoading={list.isLoadingMore} onClick={list.loadMore}>
            {common.more}
          </QuietButton>
        </View>
      )}
    </View>
  )
}

/** A plain query's answer as a list without pages. */
export const wholeList = <D, T>(
  query: { data: D | undefined; isPending: boolean; error: Error | null; refetch: () => unknown },
  itemsOf: (data: D) => readonly T[],
): ListSource<T> => ({
  items: query.data === undefined ? [] : itemsOf(query.data),
  isPending: query.isPending,
  error: query.error,
  refetch: query.refetch,
})
