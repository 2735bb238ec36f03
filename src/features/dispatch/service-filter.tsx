import { Choices } from '@/components/choices'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { ancestorAt } from '@/domain/shared/area'
import { useAction } from '@/features/session/use-action'
import { useSession } from '@/features/session/use-session'

interface ServiceFilterProps {
  chosen: string | null
  /** null: every kind again. */
  onChoose: (serviceId: string | null) => void
}

/** The kinds of help of my community, to look at one of them. */
export function ServiceFilter({ chosen, onChoose }: ServiceFilterProps) {
  const roles = useSession().account?.roles ?? []
  const area = roles.find(({ role }) => role === 'communityStaff')?.areaPath
  const communityPath = (area && ancestorAt(area, 'community')) ?? ''
  const query = useAction('handbook.get', { communityPath }, { isEnabled: communityPath !== '' })
  if (query.error) return <ErrorState error={query.error} onRetry={query.refetch} />
  if (!query.data) return <Skeleton count={1} />
  const services = query.data.handbook.services.filter(({ guideId }) => guideId === null)
  return (
    <Choices
      choices={services.map(({ id, name }) => ({ value: id, label: name }))}
      isChosen={(id) => id === chosen}
      onChoose={(id) => onChoose(id === chosen ? null : id)}
    />
  )
}
