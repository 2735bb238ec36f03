import type { Account } from '@/domain/account/schema'
import type { Order } from '@/domain/order/schema'
import { humanEvents, type OrderEvent } from '@/domain/order/status'
import { can } from '@/domain/order/policy'
import { days, hours, minutes } from '@/domain/shared/time'
import { places } from '../../../support/factories/places'

/** A command that somebody tries. */
export interface Move {
  openid: string
  action: string
  input: object
}
interface Pick {
  pick: number
  actor: number
  order: number
}

const note = '随手一写'
const phone = '13812345678'
/** Where the requesters of the histories live, which no answer may tell. */
export const room = 'SECRET-7'
const services = ['repair', 'carry', 'carry', 'gasAlarm', 'shopping'] as const
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

/** Everything that people might try now: mostly what is possible for somebody, sometimes what is not. */
export const moves = (accounts: readonly Account[], orders: readonly Order[], now: number) => ({
  at: ({ pick, actor, order }: Pick): Move => {
    const found = orders.length < 3 || (orders.length < 10 && pick % 9 === 0) ? null : at(orders, order)
    if (!found) return ordering(accounts, pick, actor)
    const possible = humanEvents.filter((event) => accounts.some((one) => can(one, event, found)))
    const events = [
      ...possible,
      ...possible.flatMap((event) => (onward.includes(event) ? Array(6).fill(event) : [])),
    ]
    const event: OrderEvent = at(
      pick % 13 === 1 || events.length === 0 ? humanEvents : events,
      Math.floor(pick / 13),
    )
    const able = accounts.filter((one) => can(one, event, found) && (event !== 'accept' || fits(one, found)))
    const by = at(pick % 13 === 2 || able.length === 0 ? accounts : able, actor)
    return {
      openid: by.openid,
      action: `order.${event}`,
      input: { orderId: found._id, ...restOf(event, { found, orders, accounts, pick, now }) },
    }
  },
})

/** What brings an order on its way: tried more often than what ends it. */
const onward: readonly OrderEvent[] = [
  'dispatch',
  'accept',
  'checkIn',
  'checkOut',
  'complete',
  'review',
  'reopen',
  'resume',
]

const fits = ({ skills }: Account, { service }: Order): boolean =>
  service.skills.every((skill) => skills.includes(skill))

/** A wish of the resident, of a neighbour, or of the leader for many. */
function ordering(accounts: readonly Account[], pick: number, actor: number): Move {
  const serviceId = at(services, pick)
  const wish = {
    serviceId,
    text: `帮个忙 ${pick} ${actor}`,
    answers: serviceId === 'gasAlarm' ? { smell: '没有' } : {},
    homePath: places.building4,
    roomNumber: room,
    phone,
    access: '秘密门铃',
    urgent: pick % 7 === 0,
  }
  const isCall = actor % 3 === 0
  const id = isCall ? 'leader-zhou' : at(['resident-li', 'resident-sun'], actor)
  const openid = accounts.find(({ _id }) => _id === id)?.openid ?? ''
  const other = { kind: 'other', name: '老邻居', relation: 'resident', consent: 'byPhone', userId: null }
  return {
    openid,
    action: 'order.create',
    input: isCall ? { ...wish, serviceId: 'carry', people: 1 + (pick % 5), beneficiary: other } : wish,
  }
}

interface Around {
  found: Order
  orders: readonly Order[]
  accounts: readonly Account[]
  pick: number
  now: number
}

/** What a command needs beside the order: sensible most of the time. */
function restOf(event: OrderEvent, { found, orders, accounts, pick, now }: Around): object {
  const volunteers = accounts.filter(
    ({ roles, skills }) =>
      roles.some(({ role }) => role === 'volunteer') &&
      found.service.skills.every((one) => skills.includes(one)),
  )
  const someone = at(volunteers.length > 0 ? volunteers : accounts, pick)._id
  const rests: Partial<Record<OrderEvent, object>> = {
    dispatch: {
      to:
        pick % 2
          ? { kind: 'hall' }
          : {
              kind: 'people',
              volunteerIds: [...new Set([someone, at(volunteers, pick + 1)?._id ?? someone])],
            },
    },
    withdraw: { note },
    defer: { note, until: now + days(1 + (pick % 3)) },
    redirect: { note, guideId: pick % 2 ? 'drain' : null },
    transfer: { note, communityPath: places.otherCommunity },
    split: { parts: [{ serviceId: 'carry', text: `拆出来的 ${pick}` }] },
    merge: { note, intoId: at(orders, pick)._id },
    noShow: { note, userId: at([...found.takerIds, someone], pick) },
    decline: { note },
    release: { note },
    proposeStandIn: { volunteerId: someone },
    checkIn: {
      code: pick % 2 ? found.doorCode : null,
      happenedAt: pick % 3 === 0 ? now - minutes(pick % 600) : null,
    },
    checkOut: { happenedAt: pick % 3 === 0 ? now - hours(pick % 5) : null },
    completeFor: { note, happenedAt: pick % 3 === 0 ? now - hours(pick % 5) : null },
    complete: { note, happenedAt: pick % 3 === 0 ? now - hours(pick % 5) : null },
    rateVisit: { safety: 'uneasy', note: '内部的话' },
    review: { stars: 1 + (pick % 5), tags: [], words: note, thanks: '谢谢', onWall: pick % 2 === 0 },
    correctHours: { userId: found.servedIds[0] ?? someone, minutes: pick % 180, reason: note },
    reopen: { note },
    cancel: { note },
    followUp: { finding: '内部的话' },
    callBack: { note, userId: found.requesterId },
    remark: { note, isInternal: pick % 2 === 0 },
  }
  return rests[event] ?? {}
}
