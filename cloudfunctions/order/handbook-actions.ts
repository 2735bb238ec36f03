import type { GuideEntry, Handbook, Service } from '@/domain/handbook/schema'
import { AppError } from '@/domain/shared/errors'
import type { ActionsOf } from '@/domain/contracts'
import type { Handlers } from '../_runtime/serve'
import { guideAnswered } from './actions/handbook/answered'
import { askedOfGuide } from './actions/handbook/asked'
import { edit } from './actions/handbook/edit'
import { getHandbook } from './actions/handbook/get'

/** The list with an entry put in the place of the one with its id, or at its end. */
const withEntry = <T extends { id: string }>(list: readonly T[], entry: T): T[] =>
  list.some(({ id }) => id === entry.id)
    ? list.map((one) => (one.id === entry.id ? entry : one))
    : [...list, entry]

/** @throws AppError LimitReached */
function bounded<T>(list: T[], limit: number): T[] {
  if (list.length > limit) throw new AppError('LimitReached', { limit })
  return list
}

function withService({ services, guide }: Handbook, service: Service): Service[] {
  const isMissing = service.guideId !== null && !guide.some(({ id }) => id === service.guideId)
  if (isMissing) throw new AppError('NotFound', { what: 'guideEntry' })
  return bounded(withEntry(services, service), 60)
}

/** @throws AppError NotFound, Conflict where a service still points to it */
function withoutEntry({ guide, services }: Handbook, entryId: string): GuideEntry[] {
  if (!guide.some(({ id }) => id === entryId)) throw new AppError('NotFound', { what: 'guideEntry' })
  if (services.some(({ guideId }) => guideId === entryId)) throw new AppError('Conflict')
  return guide.filter(({ id }) => id !== entryId)
}

export const handbookActions: Pick<Handlers<'order'>, Extract<ActionsOf<'order'>, `handbook.${string}`>> = {
  'handbook.get': getHandbook,
  'handbook.putService': edit('handbook.putService', (handbook, { service }) => ({
    services: withService(handbook, service),
  })),
  'handbook.putGuideEntry': edit('handbook.putGuideEntry', ({ guide }, { entry }) => ({
    guide: bounded(withEntry(guide, entry), 100),
  })),
  'handbook.removeGuideEntry': edit('handbook.removeGuideEntry', (handbook, { entryId }) => ({
    guide: withoutEntry(handbook, entryId),
  })),
  'handbook.putOffice': edit('handbook.putOffice', (_handbook, { calendar, quiet, phone }) => ({
    calendar,
    quiet,
    phone,
  })),
  'handbook.answered': guideAnswered,
  'handbook.asked': askedOfGuide,
}
