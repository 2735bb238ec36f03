import { isCurrent } from '@/domain/account/index-fields'
import type { Account, Membership } from '@/domain/account/schema'
import type { VisitView } from '@/domain/visit/contract'
import type { Visit } from '@/domain/visit/schema'

/** The flat in which somebody is to be looked in on; null: they are not to be found there any more. */
export const homeOfVisit = (
  { areaPath, person }: Pick<Visit, 'areaPath' | 'person'>,
  { _id, memberships }: Pick<Account, '_id' | 'memberships'>,
): Membership | null =>
  (_id === person.userId && memberships.find((home) => isCurrent(home) && home.areaPath === areaPath)) || null

/** @param resident the one to look in on, for a visit that is open: where they live there now, and how to call them */
export function presentVisit(visit: Visit, resident: Account | null): VisitView {
  const { _id, areaName, createdAt, done, isOpen, noticeId, person, title } = visit
  const home = isOpen && resident ? homeOfVisit(visit, resident) : null
  return {
    _id,
    noticeId,
    title,
    areaName,
    createdAt,
    isOpen,
    person: { name: person.name },
    roomNumber: home?.roomNumber ?? '',
    phone: home ? (resident?.phone ?? null) : null,
    done: done && { at: done.at, note: done.note, by: done.by && { name: done.by.name } },
  }
}
