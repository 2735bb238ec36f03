import { digestLine } from '@/copy/numbers'
import { isWorthTelling } from '@/domain/numbers/digest'
import { callsOf } from '@/domain/order/calls'
import { whyLate } from '@/domain/numbers/why-late'
import type { Activity } from '@/domain/order/parts'
import { anActivity, anOrder, hallOffer, peopleOffer } from '../../support/factories/order'

const placedAfter = (...lines: Partial<Activity>[]) =>
  anOrder({ activity: [anActivity(), ...lines.map((line) => anActivity(line))] })

describe('why an order is late', () => {
  it.each([
    ['nobody was asked', anOrder(), 'nobodyAsked'],
    ['those asked have not answered', anOrder({ status: 'dispatched', offer: peopleOffer() }), 'noAnswer'],
    ['nobody in the hall took it', anOrder({ status: 'dispatched', offer: hallOffer }), 'nobodyTook'],
    ['the taker has not come', anOrder({ status: 'accepted' }), 'notArrived'],
    ['the visit lasts', anOrder({ status: 'inService' }), 'notFinished'],
    [
      'an offer lapsed, and a note was left since',
      placedAfter(
        { event: 'lapse', from: 'dispatched', to: 'placed' },
        { event: 'remark', from: 'placed', to: 'placed' },
      ),
      'nobodyTook',
    ],
    ['they said no', placedAfter({ event: 'decline', from: 'dispatched', to: 'placed' }), 'nobodyTook'],
    ['a claim went stale', placedAfter({ event: 'lapse', from: 'accepted', to: 'placed' }), 'notArrived'],
    ['they did not come', placedAfter({ event: 'noShow', from: 'accepted', to: 'placed' }), 'notArrived'],
    ['it was put off', placedAfter({ event: 'wake', from: 'deferred', to: 'placed' }), 'putOff'],
    [
      'staff took an offer back and asked nobody since',
      placedAfter({ event: 'withdraw', from: 'dispatched', to: 'placed' }),
      'nobodyAsked',
    ],
  ] as const)('%s', (_what, order, why) => expect(whyLate(order)).toBe(why))
})

it('calls: the requester by their name, the one it is for by theirs', () => {
  const order = anOrder({
    beneficiary: {
      kind: 'other',
      name: '李奶奶',
      relation: 'family',
      userId: 'resident-old-li',
      consent: 'present',
    },
    unreached: [
      { to: 'resident-li', moment: 'accepted', at: 1 },
      { to: 'resident-old-li', moment: 'completed', at: 2 },
    ],
  })
  expect(callsOf([order])).toEqual([
    {
      userId: 'resident-li',
      nickname: '李阿姨',
      orderId: 'order-0001',
      moment: 'accepted',
      hasPhone: true,
    },
    {
      userId: 'resident-old-li',
      nickname: '李奶奶',
      orderId: 'order-0001',
      moment: 'completed',
      hasPhone: true,
    },
  ])
})

it('digest: what only waits for a rating is nothing to tell', () => {
  const none = { fresh: 0, late: 0, waiting: 0, unrated: 0, unhappy: 0, unsafe: 0, promises: 0, newcomers: 0 }
  expect(isWorthTelling({ ...none, unrated: 5 }, 0)).toBe(false)
  expect(isWorthTelling({ ...none, waiting: 1 }, 0)).toBe(true)
  expect(isWorthTelling({ ...none, promises: 1 }, 0)).toBe(true)
  expect(isWorthTelling({ ...none, newcomers: 1 }, 0)).toBe(true)
  expect(isWorthTelling(none, 1)).toBe(true)
})

it('digest: fits the twenty characters of a message, however much there is', () => {
  const some = { fresh: 2, late: 3, waiting: 0, unrated: 9, unhappy: 0, unsafe: 0, promises: 4, newcomers: 1 }
  expect(digestLine({ ...some, unhappy: 1 }, 0)).toBe('晚3 回话4 新2 新邻居1 低评1')
  expect(digestLine({ ...some, unsafe: 1 }, 0)).toBe('不安全1 晚3 回话4 新2 新邻居1')
  const many = { ...some, fresh: 1000, late: 1000, waiting: 1000, unhappy: 1000, unsafe: 0, promises: 1000 }
  const much = digestLine(many, 1000)
  expect(much).toBe('晚99+ 待派99+ 回话99+')
  expect(much.length).toBeLessThanOrEqual(20)
})
