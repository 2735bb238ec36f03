import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { digestWords } from '@/copy/numbers-page'
import { SessionGate } from '@/features/session/session-gate'
import { useAction } from '@/features/session/use-action'
import { Calls } from '../../_components/calls'

function CallList() {
  const { data, error, refetch } = useAction('order.listCalls', {})
  if (!data) return error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton count={2} />
  if (data.calls.length === 0) return <EmptyState art="letterbox" words={digestWords.callsEmpty} />
  return <Calls calls={data.calls} />
}

/** 要打的电话: neighbours of mine whom no message reaches, and what to tell them. */
export default function CallsPage() {
  return (
    <SessionGate>
      <Screen>
        <CallList />
      </Screen>
    </SessionGate>
  )
}
