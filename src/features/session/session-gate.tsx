import type { PropsWithChildren } from 'react'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { useSession } from './use-session'

/** A page that needs to know who I am: until then its shape, or why not and once more. */
export function SessionGate({ children }: PropsWithChildren) {
  const { error, isPending, refetch } = useSession()
  if (error) {
    return (
      <Screen>
        <ErrorState error={error} onRetry={refetch} />
      </Screen>
    )
  }
  if (isPending) {
    return (
      <Screen>
        <Skeleton />
      </Screen>
    )
  }
  return children
}
