import { common } from '@/copy/common'
import { errorWords } from '@/copy/errors'
import { EmptyState } from './empty-state'

/** It could not be fetched: why, and another try. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry: () => unknown }) {
  return (
    <EmptyState
      art="wire"
      words={errorWords(error)}
      action={{ words: common.retry, onClick: () => void onRetry() }}
    />
  )
}
