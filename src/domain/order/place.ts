import type { Actor } from '../account/policy'
import type { Handbook, Service } from '../handbook/schema'
import { addWorkingTime, type Calendar } from '../shared/calendar'
import { pageKey } from '../shared/paging'
import { minutes, type Timestamp } from '../shared/time'
import { derivedFields, type Order } from './schema'
import { phaseOf } from './status'
import type { OrderService, TimeWindow } from './parts'

/** What the one who asks decides; the rest follows. */
export type PlacedFields = Pick<
  Order,
  | 'text'
  | 'voice'
  | 'answers'
  | 'urgent'
  | 'window'
  | 'photoFileIds'
  | 'areaPath'
  | 'areaName'
  | 'gridPath'
  | 'buildingPath'
  | 'communityPath'
  | 'contact'
  | 'beneficiary'
  | 'seriesId'
  | 'parentId'
  | 'people'
>

/** A service as an order keeps it, whatever staff later change in the handbook. */
export const snapshotOf = ({
  id,
  name,
  icon,
  skills,
  minutes: long,
  hints,
  auto,
}: Service): OrderService => ({
  id,
  name,
  icon,
  skills,
  minutes: long,
  hints,
  auto,
})

/**
 * By when someone should have come: the end of the window asked for; else the service's response time, by the
 * clock when it is urgent and in the office's working time otherwise.
 */
export function dueAtOf(
  { response }: Pick<Service, 'response'>,
  { urgent, window }: { urgent: boolean; window: TimeWindow | null },
  calendar: Calendar,
  at: Timestamp,
): Timestamp {
  if (window) return window.to
  if (urgent) return at + minutes(response.urgentMinutes)
  return addWorkingTime(calendar, at, minutes(response.usualMinutes))
}

/** What an order is placed with: a service of the community's handbook, and chance's six digits. */
export interface PlacingContext {
  service: Service
  handbook: Pick<Handbook, 'calendar' | 'quiet'>
  doorCode: string
  requestId: string
  at: Timestamp
}

/** A new order; its id is the request's, so that sending it twice makes one. */
export function placeOrder(
  fields: PlacedFields,
  actor: Pick<Actor, '_id' | 'nickname'>,
  { service, handbook, doorCode, requestId, at }: PlacingContext,
): Order {
  const dueAt = dueAtOf(service, fields, handbook.calendar, at)
  const [firstStep] = service.auto
  const order = {
    ...fields,
    _id: requestId,
    service: snapshotOf(service),
    doorCode,
    codeTries: 0,
    requesterId: actor._id,
    requesterName: actor.nickname,
    followerIds: [],
    status: 'placed',
    phase: phaseOf.placed,
    version: 0,
    offer: null,
    takers: [],
    served: [],
    dueAt,
    dueFrom: null,
    createdAt: at,
    completedAt: null,
    completion: null,
    review: null,
    followUp: null,
    visitRatings: [],
    safetyLook: null,
    redirection: null,
    from: null,
    reopenedCount: 0,
    lateness: 0,
    autoStep: 0,
    activity: [
      {
        event: 'create',
        from: null,
        to: 'placed',
        by: actor._id,
        byName: actor.nickname,
        at,
        note: '',
        isInternal: false,
        requestId,
      },
    ],
    outbox: [],
    quiet: handbook.quiet,
    unreached: [],
    newsFor: [],
    clocks: { escalate: dueAt, ...(firstStep ? { advance: at + minutes(firstStep.afterMinutes) } : {}) },
    createdKey: pageKey(at, requestId),
    dueKey: pageKey(dueAt, requestId),
  } as const satisfies Partial<Order>
  return { ...order, ...derivedFields(order) } as Order
}
