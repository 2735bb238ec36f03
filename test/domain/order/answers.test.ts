import { canReadThread } from '@/domain/chat/policy'
import {
  allowedActions,
  can,
  canView,
  canViewContact,
  canViewDoorCode,
  partiesOf,
} from '@/domain/order/policy'
import type { Beneficiary } from '@/domain/order/parts'
import { presentOrder } from '@/domain/order/present'
import type { Order } from '@/domain/order/schema'
import { aLeader, aMembership, anAccount, aStaffMember } from '../../support/factories/account'
import { anOrder, aTaker } from '../../support/factories/order'
import { places, startOfTests } from '../../support/factories/places'

const forOther = (userId: string | null): Beneficiary => ({
  kind: 'other',
  name: '楼上老唐',
  relation: 'neighbour',
  userId,
  consent: 'byPhone',
})
const there = aTaker({ checkedInAt: startOfTests })
const visit = (overrides: Partial<Order>): Order =>
  anOrder({ status: 'inService', takers: [there], ...overrides })

/** To prove, to rate, to have it done again: what only the one helped can say. */
const says = ['nod', 'review', 'reopen'] as const
const whatSays = (actor: Parameters<typeof allowedActions>[0], order: Order): string[] =>
  [...allowedActions(actor, order), ...allowedActions(actor, { ...order, status: 'completed' })].filter(
    (event) => says.some((one) => one === event),
  )

describe('who answers for the one helped', () => {
  const neighbour = anAccount()
  const office = { leader: aLeader({ _id: neighbour._id }), staff: aStaffMember({ _id: neighbour._id }) }

  it('neighbour who asked for one with an account: neither proves nor rates, nor reads the code', () => {
    const order = visit({ beneficiary: forOther('neighbour-tang') })
    expect(whatSays(neighbour, order)).toEqual([])
    expect(canViewDoorCode(neighbour, order)).toBe(false)
    expect(allowedActions(neighbour, order)).toContain('remark')
    const tang = anAccount({ _id: 'neighbour-tang' })
    expect(whatSays(tang, order).sort()).toEqual([...says].sort())
    expect(canViewDoorCode(tang, order)).toBe(true)
  })

  it('neighbour who asked for one whom nobody knows here: answers in their place', () => {
    expect(whatSays(neighbour, visit({ beneficiary: forOther(null) })).sort()).toEqual([...says].sort())
  })

  it.each(['leader', 'staff'] as const)(
    '%s: neither proves nor rates by their office, nor reads the code; for whom nobody knows here they say that nobody came',
    (name) => {
      const elsewhere = visit({ contact: { roomNumber: '901', phone: null, access: '' } })
      for (const userId of [null, 'neighbour-tang']) {
        const order = {
          ...elsewhere,
          beneficiary: forOther(userId),
          takers: [there, aTaker({ userId: 'late' })],
        }
        expect(whatSays(office[name], order)).toEqual(userId === null ? ['reopen'] : [])
        expect(canViewDoorCode(office[name], order)).toBe(false)
        expect(can(office[name], 'noShow', order)).toBe(userId === null || name === 'staff')
      }
    },
  )

  it('leader who has come by themself: does not send for somebody else', () => {
    const order = visit({ beneficiary: forOther(null), takers: [{ ...there, userId: neighbour._id }] })
    expect(whatSays(office.leader, order)).toEqual([])
  })

  it.each(['leader', 'staff'] as const)(
    '%s: for a parent in their own flat, answers as one who lives there',
    (name) => {
      const home = aMembership({ roomNumber: 'a1' })
      const order = visit({
        beneficiary: forOther(null),
        contact: { roomNumber: 'A1', phone: null, access: '' },
      })
      const [living, merelySaid, gone] = (['confirmed', 'unconfirmed', 'left'] as const).map((standing) => ({
        ...office[name],
        memberships: [{ ...home, standing }],
      }))
      expect(whatSays(living!, order).sort()).toEqual([...says].sort())
      expect(canViewDoorCode(living!, order)).toBe(true)
      for (const one of [merelySaid!, gone!]) expect(whatSays(one, order)).toEqual(['reopen'])
      const next = { ...order, contact: { ...order.contact, roomNumber: 'A2' } }
      expect(whatSays(living!, next)).toEqual(['reopen'])
    },
  )

  it.each(['leader', 'staff'] as const)('%s: answers for whom they are named for', (name) => {
    const order = visit({ beneficiary: forOther('neighbour-tang') })
    const named = { ...office[name], chargeIds: ['neighbour-tang'] }
    expect(whatSays(named, order).sort()).toEqual([...says].sort())
  })

  it('who has come: proves no visit of their own, and does not rate it, named for them or not', () => {
    const order = visit({ beneficiary: forOther('neighbour-tang') })
    const taker = anAccount({ _id: there.userId, chargeIds: ['neighbour-tang'] })
    expect(whatSays(taker, order)).toEqual([])
    expect(canViewDoorCode(taker, order)).toBe(false)
  })
})

describe('who acts for the one helped, and nothing more', () => {
  const proxy = anAccount({ _id: 'daughter-tang', chargeIds: ['neighbour-tang'], memberships: [] })
  const tang = anAccount({ _id: 'neighbour-tang' })
  const done = ['reviewed', 'closed', 'cancelled', 'redirected', 'merged'] as const

  it.each(['placed', 'accepted', 'inService', 'completed'] as const)(
    '%s: door and thread are theirs',
    (status) => {
      const order = visit({ status, beneficiary: forOther('neighbour-tang') })
      expect([canViewContact(proxy, order), canReadThread(proxy, order)]).toEqual([true, true])
    },
  )

  it.each(done)(
    '%s: neither door nor thread is theirs; both stay those of who asked and of the one helped',
    (status) => {
      const order = visit({ status, beneficiary: forOther('neighbour-tang') })
      expect([canViewContact(proxy, order), canReadThread(proxy, order)]).toEqual([false, false])
      for (const one of [anAccount(), tang, { ...proxy, _id: order.requesterId }])
        expect([canViewContact(one, order), canReadThread(one, order)]).toEqual([true, true])
      expect(canReadThread({ ...proxy, _id: there.userId }, order)).toBe(true)
    },
  )

  it('of an order that was merged into one that the charge follows: see that one, wherever they live', () => {
    const order = anOrder({ followerIds: ['neighbour-tang'] })
    expect(canView(proxy, order)).toBe(true)
    expect(canViewContact(proxy, order)).toBe(false)
    expect(canView({ ...proxy, chargeIds: [] }, order)).toBe(false)
  })
})

describe('whose home there is over', () => {
  const gone = anAccount({ memberships: [aMembership({ standing: 'removed', endedAt: startOfTests })] })

  it('asked for themselves: keeps what was, and nothing that opens a door', () => {
    const order = visit({})
    expect(partiesOf(gone, order)).toEqual([])
    expect(presentOrder(gone, order)).toMatchObject({
      text: order.text,
      requesterName: order.requesterName,
      contact: null,
      doorCode: null,
      thread: null,
      allowedActions: [],
    })
  })

  it('asked for another: has no part in it any more, no more than who acts for nobody any longer', () => {
    const order = visit({ beneficiary: forOther('neighbour-tang') })
    const far = anAccount({ memberships: [aMembership({ areaPath: places.building5 })] })
    for (const actor of [gone, far]) {
      expect(canView(actor, order)).toBe(false)
      expect(canViewContact(actor, order)).toBe(false)
    }
    const proxy = { ...far, chargeIds: ['neighbour-tang'] }
    expect(partiesOf(proxy, order)).toEqual(['requester', 'beneficiary'])
  })
})
