import { EmptyState } from '@/components/empty-state'
import { errorWords } from '@/copy/errors'
import { AppError } from '@/domain/shared/errors'

/** In place of what the one who looks has no part in. */
export function NotYours() {
  return <EmptyState art="door" words={errorWords(new AppError('Forbidden'))} />
}
