import { standardHandbook } from '@/copy/standard-handbook'
import type { Account } from '@/domain/account/schema'
import type { Service } from '@/domain/handbook/schema'
import { applyEvent } from '@/domain/order/apply'
import type { EventPayloads } from '@/domain/order/event-payloads'
import type { Offer, Review } from '@/domain/order/parts'
import { placeOrder, type PlacedFields } from '@/domain/order/place'
import type { Order } from '@/domain/order/schema'
import type { OrderEvent } from '@/domain/order/status'
import { ancestorAt } from '@/domain/shared/area'
import { minutes, type Timestamp } from '@/domain/shared/time'
import { at } from './places'

/** What someone asked for, and when. */
export interface Asked {
  id: string
  by: Account
  serviceId: Service['id']
  text: string
  placedAt: Timestamp
  more?: Partial<PlacedFields>
}

/** A new order at someone's home, by the same rules as any other. */
export function placed({ id, by, serviceId, text, placedAt, more }: Asked): Order {
  const handbook = standardHandbook(at.community, placedAt)
  const service = handbook.services.find((one) => one.id === serviceId)
  const home = by.memberships[0]
  const buildingPath = home && ancestorAt(home.areaPath, 'building')
  if (!service || !home || !buildingPath) throw new Error(`${by.nickname} can't ask for ${serviceId}`)
  const fields: PlacedFields = {
    text,
    voice: null,
    answers: [],
    urgent: false,
    window: null,
    photoFileIds: [],
    areaPath: home.areaPath,
    areaName: home.areaName,
    gridPath: home.gridPath,
    buildingPath,
    communityPath: at.community,
    contact: { roomNumber: home.roomNumber, phone: null, access: '' },
    beneficiary: { kind: 'self' },
    seriesId: null,
    parentId: null,
    people: service.people,
    ...more,
  }
  return placeOrder(fields, by, { service, handbook, doorCode: '260518', requestId: id, at: placedAt })
}

/** What happens to it next: by whom, and how many minutes after it was placed. */
export function then<E extends OrderEvent>(
  order: Order,
  event: E,
  payload: EventPayloads[E],
  actor: Account,
  after: number,
): Order {
  const requestId = `${order._id}-${event}`.slice(0, 60)
  const next = applyEvent(order, event, payload, { actor, at: order.createdAt + minutes(after), requestId })
  // Whoever had to hear of it has heard long ago.
  return { ...next, outbox: [] }
}

export const offerTo = (...people: Account[]): Offer => ({
  kind: 'people',
  people: people.map(({ _id, nickname }) => ({ userId: _id, name: nickname })),
})

type Rating = Pick<Review, 'stars' | 'words'> & Partial<Review>

/** Dispatched, accepted, done within the hour, and rated. */
export function walk(asked: Asked, staff: Account, volunteer: Account, rating: Rating): Order {
  const offered = then(placed(asked), 'dispatch', { offer: offerTo(volunteer) }, staff, 6)
  const accepted = then(offered, 'accept', {}, volunteer, 9)
  return rated(visited(accepted, volunteer, 70, 130), asked.by, 200, rating)
}

/** Checked in, with the code at the door, and completed, so many minutes after it was placed. */
export function visited(accepted: Order, volunteer: Account, from: number, to: number): Order {
  const code = accepted.doorCode
  const arrived = then(accepted, 'checkIn', { code, happenedAt: null }, volunteer, from)
  return then(arrived, 'complete', { note: '都办好了', photoFileIds: [], happenedAt: null }, volunteer, to)
}

export const rated = (completed: Order, by: Account, after: number, rating: Rating): Order =>
  then(
    completed,
    'review',
    { tags: [], dimensions: {}, voice: null, thanks: '', onWall: false, ...rating },
    by,
    after,
  )
