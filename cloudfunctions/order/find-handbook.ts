import { standardHandbook } from '@/copy/standard-handbook'
import type { Handbook, Service } from '@/domain/handbook/schema'
import type { AreaPath } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import type { Timestamp } from '@/domain/shared/time'

/** The store, or a transaction. */
interface Source {
  readonly handbooks: { get(communityPath: AreaPath): Promise<Handbook | null> }
}

/** A community's handbook; until staff have changed anything in it, the standard one. */
export const findHandbook = async (
  store: Source,
  communityPath: AreaPath,
  now: Timestamp,
): Promise<Handbook> => (await store.handbooks.get(communityPath)) ?? standardHandbook(communityPath, now)

/** @throws AppError NotFound for a service that isn't offered, SomeoneElsesJob for one that isn't the office's */
export function findService({ services }: Handbook, serviceId: string): Service {
  const service = services.find(({ id, isActive }) => id === serviceId && isActive)
  if (!service) throw new AppError('NotFound', { what: 'service' })
  if (service.guideId !== null) throw new AppError('SomeoneElsesJob', { guideId: service.guideId })
  return service
}
