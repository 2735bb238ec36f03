import type { Appointment } from '../appointment/schema'
import type { Order } from '../order/schema'
import type { Series } from '../series/schema'
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
    reason: '',
    doubts: [],
    voice: null,
    until: null,
    vouchBy: null,
    tellAt: null,
    clearAt: null,
    leaseBy: null,
    alikeIds: [],
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
    dataFileId: null,
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
    consentIds: [],
    recentOrders: [],
    recentWords: [],
    proxyIds: [],
    chargeIds: [],
    nameKeys: [],
    homeKey: null,
    pendingKey: null,
    wakeAt: null,
    forgetAt: at,
  }
  return { ...anonymous, ...indexFieldsOf(anonymous) }
}

/** The picture, what somebody said to those who vouched, and the file with all of it. */
export const filesOfPerson = ({
  avatarFileId,
  dataFileId,
  memberships,
}: Pick<Account, 'avatarFileId' | 'dataFileId' | 'memberships'>): string[] => [
  ...[avatarFileId, dataFileId].filter((fileId) => fileId !== null),
  ...memberships.flatMap(({ voice }) => (voice ? [voice.fileId] : [])),
]

/** What of an order can tell who somebody is; the outbox apart, from which the clock takes what it sends. */
export type ForgottenOrder = Pick<
  Order,
  | 'requesterName'
  | 'beneficiary'
  | 'takers'
  | 'served'
  | 'offer'
  | 'activity'
  | 'contact'
  | 'voice'
  | 'photoFileIds'
  | 'answers'
  | 'completion'
  | 'review'
  | 'unreached'
  | 'hasUnreached'
  | 'newsFor'
  | 'namedIds'
>

/**
 * What of an order no longer tells who somebody was. Where they were the one helped, flat, phone, voice and pictures
 * go too once it is done; what was asked for, when, and what came of it stays.
 * @param name what stands in the place of theirs
 */
export function forgottenIn(order: Order, userId: string, name: string): ForgottenOrder {
  const named = <T extends { userId: string; name: string }>(one: T): T =>
    one.userId === userId ? { ...one, name } : one
  const { beneficiary, completion, offer, requesterId, review } = order
  const isOver = order.helpedIds.includes(userId) && order.phase === 'done'
  // Whom they named without an account, too: nobody is left whom it could be asked of.
  const isTheirWord = beneficiary.kind === 'other' && beneficiary.userId === null && requesterId === userId
  const isNamed = beneficiary.kind === 'other' && (beneficiary.userId === userId || (isTheirWord && isOver))
  const unreached = order.unreached.filter(({ to }) => to !== userId)
  return {
    requesterName: requesterId === userId ? name : order.requesterName,
    beneficiary: isNamed ? { ...beneficiary, name } : beneficiary,
    takers: order.takers.map((taker) => ({
      ...named(taker),
      standIn: taker.standIn && named(taker.standIn),
    })),
    served: order.served.map(named),
    offer: offer?.kind === 'people' ? { ...offer, people: offer.people.map(named) } : offer,
    activity: order.activity.map((line) => ({
      ...line,
      byName: line.by === userId ? name : line.byName,
      ...(line.about?.kind === 'people'
        ? { about: { ...line.about, people: line.about.people.map(named) } }
        : {}),
      ...(line.hours && line.whom === userId ? { hours: { ...line.hours, name } } : {}),
    })),
    contact: isOver ? { roomNumber: '', phone: null, access: '' } : order.contact,
    voice: isOver ? null : order.voice,
    photoFileIds: isOver ? [] : order.photoFileIds,
    answers: isOver ? [] : order.answers,
    completion: isOver && completion ? { ...completion, photoFileIds: [] } : completion,
    review: review && (isOver || review.by === userId) ? { ...review, voice: null } : review,
    unreached,
    hasUnreached: unreached.length > 0,
    newsFor: order.newsFor.filter((id) => id !== userId),
    // Found no more: but while it goes on, it is looked at again.
    namedIds:
      isOver || !order.helpedIds.includes(userId)
        ? order.namedIds.filter((id) => id !== userId)
        : order.namedIds,
  }
}

/** The files of an order that go with what `forgottenIn` takes out of it. */
export const filesForgotten = (before: Order, after: ForgottenOrder): string[] => {
  const filesOf = ({ completion, photoFileIds, review, voice }: ForgottenOrder): string[] => [
    ...photoFileIds,
    ...(completion?.photoFileIds ?? []),
    ...[voice, review?.voice].flatMap((said) => (said ? [said.fileId] : [])),
  ]
  const kept = filesOf(after)
  return filesOf(before).filter((fileId) => !kept.includes(fileId))
}

/** A series that goes on no more and tells nothing of the one whose it was, or for whom. */
export function forgottenInSeries(series: Series, userId: string, name: string): Series {
  const { volunteer, wish } = series
  const { beneficiary } = wish
  const isHelped =
    series.requesterId === userId || (beneficiary.kind === 'other' && beneficiary.userId === userId)
  const rest = { ...series, volunteer: volunteer?.userId === userId ? null : volunteer }
  if (!isHelped) return rest
  return {
    ...rest,
    requesterName: series.requesterId === userId ? name : series.requesterName,
    isActive: false,
    nextDay: null,
    wakeAt: null,
    wish: {
      ...wish,
      beneficiary: beneficiary.kind === 'other' ? { ...beneficiary, name } : beneficiary,
      roomNumber: '',
      phone: null,
      access: '',
      voice: null,
      photoFileIds: [],
      answers: {},
    },
  }
}

/** An appointment that has their id, and says their name no more; what they wrote of themselves goes. */
export function forgottenInAppointment(paper: Appointment, userId: string, name: string): Appointment {
  const named = <T extends { userId: string; name: string }>(one: T): T =>
    one.userId === userId ? { ...one, name } : one
  const isTheirs = paper.userId === userId
  return {
    ...named(paper),
    note: isTheirs ? '' : paper.note,
    signatures: paper.signatures.map(named),
    endedBy: paper.endedBy && named(paper.endedBy),
    replaces: paper.replaces && named(paper.replaces),
  }
}
