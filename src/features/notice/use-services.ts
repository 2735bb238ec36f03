import { ancestorAt, type AreaPath } from '@/domain/shared/area'
import { useAction } from '@/features/session/use-action'

export interface ServiceChoice {
  id: string
  name: string
}

/** The services of the handbook; null until they are known. */
export interface ServiceSource {
  services: readonly ServiceChoice[] | null
  hasFailed: boolean
  refetch: () => unknown
}

/** What can be ordered in the community of the first of these areas that lies in one. */
export function useServices(areaPaths: readonly AreaPath[], isEnabled: boolean): ServiceSource {
  const communities = areaPaths.map((areaPath) => ancestorAt(areaPath, 'community'))
  const communityPath = communities.find((path) => path !== null) ?? null
  const { data, error, refetch } = useAction(
    'handbook.get',
    { communityPath: communityPath ?? '' },
    { isEnabled: isEnabled && communityPath !== null },
  )
  const own = data?.handbook.services.filter(({ guideId, isActive }) => guideId === null && isActive)
  return {
    services: own?.map(({ id, name }) => ({ id, name })) ?? null,
    hasFailed: !data && error !== null,
    refetch,
  }
}
