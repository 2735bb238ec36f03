import type { Order } from '../order/schema'
import { indexFieldsOf, isCurrent } from './index-fields'
import { newVolunteer, openidOfRegistered, sharesNothing, type Account } from './schema'
import type { Timestamp } from '../shared/time'

/**
 * An account after its owner has cancelled it: nothing tells who it was. What others did with them keeps the id, so
 * that counts and histories stay right. The openid is given free: the same phone may join again, as somebody new.
 * @param name what stands in the place of the name
 */
export function cancelled(account: Account, name: string, at: Timestamp): Account {
  const memberships = account.memberships.map((home) => ({
    ...home,
    roomNumber: '',
    householdId: null,
    voice: null,
    until: null,
    vouchBy: null,
    ...(isCurrent(home) ? { standing: 'left' as const, endedAt: at } : {}),
  }))
  const anonymous: Account = {
    ...account,
    openid: openidOfRegistered(account._id),
    state: 'cancelled',
    nickname: name,
    realName: null,
    phone: null,
    avatarFileId: null,
    shares: sharesNothing,
    privacy: null,
    careNeeds: [],
    proxies: [],
    guardianId: null,
    memberships,
    roles: [],
    skills: [],
    volunteer: newVolunteer,
    consents: {},
    recentOrders: [],
    proxyIds: [],
    nameKeys: [],
    wakeAt: null,
    forgetAt: at,
  }
  return { ...anonymous, ...indexFieldsOf(anonymous) }
}

/**
 * An order that no longer tells who somebody was. Where they were the one helped, flat, phone, voice and pictures
 * go too; what was asked for, when, and what came of it stays.
 * @param name what stands in the place of theirs
 */
export function forgottenIn(order: Order, userId: string, name: string): Order {
  const named = <T extends { userId: string; name: string }>(one: T): T =>
    one.userId === userId ? { ...one, name } : one
  const isHelped = order.helpedIds.includes(userId)
  const { beneficiary, offer } = order
  return {
    ...order,
    requesterName: order.requesterId === userId ? name : order.requesterName,
    beneficiary:
      beneficiary.kind === 'other' && beneficiary.userId === userId ? { ...beneficiary, name } : beneficiary,
    takers: order.takers.map((taker) => ({
      ...named(taker),
      standIn: taker.standIn && named(taker.standIn),
    })),
    served: order.served.map(named),
    offer: offer?.kind === 'people' ? { ...offer, people: offer.people.map(named) } : offer,
    activity: order.activity.map((line) => (line.by === userId ? { ...line, byName: name } : line)),
    ...(isHelped && order.phase === 'done'
      ? { contact: { roomNumber: '', phone: null, access: '' }, voice: null, photoFileIds: [], answers: [] }
      : {}),
  }
}
