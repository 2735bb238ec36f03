import type { CallInput } from '@/domain/contracts'
import type { Phase } from '@/domain/order/status'

/** Which orders of the desk are shown. */
export interface DeskFilter {
  view: Phase
  onlyLate: boolean
  onlyUrgent: boolean
  /** Rated low and not yet asked after; they are among the done. */
  onlyUnhappy: boolean
  /** A visit was felt unsafe and not yet looked into, in whatever column. */
  onlyUnsafe: boolean
  /** A building. */
  areaPath: string | null
  serviceId: string | null
}

export const wholeDesk: DeskFilter = {
  view: 'waiting',
  onlyLate: false,
  onlyUrgent: false,
  onlyUnhappy: false,
  onlyUnsafe: false,
  areaPath: null,
  serviceId: null,
}

/** Is anything of the view left out? */
export const isNarrowed = ({ view: _view, ...rest }: DeskFilter): boolean =>
  Object.values(rest).some((value) => value !== false && value !== null)

/** Only what is asked for, so that the plain view is asked (and kept) under one key everywhere. */
export const deskInput = (filter: DeskFilter): Omit<CallInput<'order.listDesk'>, 'cursor'> => ({
  view: filter.view,
  ...(filter.onlyLate ? { onlyLate: true } : {}),
  ...(filter.onlyUrgent ? { onlyUrgent: true } : {}),
  ...(filter.onlyUnhappy ? { onlyUnhappy: true } : {}),
  ...(filter.onlyUnsafe ? { onlyUnsafe: true } : {}),
  ...(filter.areaPath === null ? {} : { areaPath: filter.areaPath }),
  ...(filter.serviceId === null ? {} : { serviceId: filter.serviceId }),
})

/** Done ones are late no more, and only they have been rated. */
export function changedFilter(filter: DeskFilter, change: Partial<DeskFilter>): DeskFilter {
  const isSaid = change.onlyUnhappy === true || change.onlyUnsafe === true
  if (isSaid) return { ...filter, ...change, view: 'done', onlyLate: false }
  const next = { ...filter, ...change }
  return next.view === 'done'
    ? { ...next, onlyLate: false }
    : { ...next, onlyUnhappy: false, onlyUnsafe: false }
}
