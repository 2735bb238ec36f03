import { applyEvent } from '@/domain/order/apply'
import type { EventContext, EventPayloads } from '@/domain/order/event-payloads'
import type { Order } from '@/domain/order/schema'
import type { OrderEvent } from '@/domain/order/status'
import { roleKey } from '@/domain/shared/role'
import { hours } from '@/domain/shared/time'
import { anOrder } from '../../support/factories/order'
import { places, startOfTests } from '../../support/factories/places'
import { payloads } from './machine'

const requester = { _id: 'resident-li', nickname: '李阿姨' }
const volunteer = { _id: 'volunteer-wang', nickname: '王师傅' }
const staff = { _id: 'staff-chen', nickname: '陈社工' }
const at = startOfTests + hours(5)
const apply = <E extends OrderEvent>(
  order: Order,
  event: E,
  actor: EventContext['actor'],
  payload: EventPayloads[E] = payloads[event],
) => applyEvent(order, event, payload, { actor, at, requestId: 'request-0002' })
const told = ({ outbox }: Order): string[][] => outbox.map(({ to, moment }) => [to, moment])

const areas = ['heping/', 'heping/c1/', 'heping/c1/e1/', 'heping/c1/e1/b4/']
const staffKeys = areas.map((path) => roleKey('communityStaff', path)).join(' ')

describe('order events: which leaders and staff are told', () => {
  it.each([
    [0, 'microGridLeader', [...areas, 'heping/c1/e1/b4/u2/', 'heping/c1/e1/b4/g-3/']],
    [1, 'communityStaff', [...areas, 'heping/c1/e1/b4/u2/']],
    [2, 'streetOffice', ['heping/']],
  ] as const)('late, level %d: every %s of the home', (lateness, role, paths) => {
    const order = anOrder({ lateness, areaPath: places.unit, gridPath: 'heping/c1/e1/b4/g-3/' })
    const keys = paths.map((path) => roleKey(role, path))
    expect(told(apply(order, 'escalate', null))).toEqual([[keys.join(' '), 'late']])
  })

  it('a word among staff: nobody else', () => {
    const remark = { note: '这家有狗', isInternal: true }
    expect(told(apply(anOrder({ status: 'accepted' }), 'remark', staff, remark))).toEqual([])
  })

  it('a visit felt unsafe: staff, at once', () => {
    const unsafe = { safety: 'unsafe' as const, note: '有人拦着不让走' }
    expect(told(apply(anOrder({ status: 'completed' }), 'rateVisit', volunteer, unsafe))).toEqual([
      [staffKeys, 'unsafe'],
    ])
  })

  it('late after it was given to another community: staff there', () => {
    const order = anOrder({ lateness: 1, communityPath: 'heping/c2/' })
    expect(told(apply(order, 'escalate', null))).toEqual([
      ['communityStaff@heping/ communityStaff@heping/c2/', 'late'],
    ])
  })

  it.each([
    [1, [[staffKeys, 'unhappy']]],
    [2, [[staffKeys, 'unhappy']]],
    [3, []],
  ])('rated with %d stars: staff hear of the low ones', (stars, expected) => {
    const order = apply(anOrder({ status: 'completed' }), 'review', requester, { ...payloads.review, stars })
    expect(told(order)).toEqual(expected)
  })
})
