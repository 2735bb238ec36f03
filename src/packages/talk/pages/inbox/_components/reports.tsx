import { View } from '@tarojs/components'
import type { UseQueryResult } from '@tanstack/react-query'
import { PrimaryButton } from '@/components/button'
import { Card } from '@/components/card'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { inbox as words } from '@/copy/inbox'
import type { Output } from '@/domain/contracts'
import { open, routes } from '@/routes'
import styles from './reports.module.scss'

/** How many messages neighbours have reported; they are decided on a page of their own. */
export function Reports({ counted }: { counted: UseQueryResult<Output<'inbox.counts'>> }) {
  const { data, error, refetch } = counted
  if (!data) return error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton count={1} />
  const count = data.reports
  const see = (): void => open(routes.moderation)
  if (count === 0) {
    return (
      <EmptyState
        art="cups"
        words={words.reportsNone}
        action={{ words: words.seePastReports, onClick: see }}
      />
    )
  }
  return (
    <Card>
      <View className={styles.words}>{words.reports(count)}</View>
      <PrimaryButton onClick={see}>{words.seeReports}</PrimaryButton>
    </Card>
  )
}
