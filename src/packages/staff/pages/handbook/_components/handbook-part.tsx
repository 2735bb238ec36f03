import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/empty-state'
import { ErrorState } from '@/components/error-state'
import { Screen } from '@/components/screen'
import { Skeleton } from '@/components/skeleton'
import { handbookWords as words } from '@/copy/handbook'
import type { HandbookView } from '@/domain/handbook/contract'
import { useAction } from '@/features/session/use-action'
import { paramText } from '@/routes'

interface HandbookPartProps {
  /** `id`: of the entry that is to be edited; '' for a new one. */
  render: (handbook: HandbookView, id: string) => ReactNode
}

/** A page about one entry of a community's handbook, once that is there. */
export function HandbookPart({ render }: HandbookPartProps) {
  const params = useRouter().params
  const query = useAction('handbook.get', { communityPath: paramText(params.community) })
  const handbook = query.data?.handbook
  const waiting = query.error ? <ErrorState error={query.error} onRetry={query.refetch} /> : <Skeleton />
  const denied = handbook && !handbook.canEdit && <EmptyState art="door" words={words.onlyRead} />
  return <Screen>{denied || (handbook ? render(handbook, params.id ?? '') : waiting)}</Screen>
}
