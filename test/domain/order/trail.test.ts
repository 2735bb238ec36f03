import { applyEvent } from '@/domain/order/apply'
import type { EventContext } from '@/domain/order/event-payloads'
import type { About } from '@/domain/order/parts'
import type { Order } from '@/domain/order/schema'
import type { OrderEvent, OrderStatus } from '@/domain/order/status'
import { AppError } from '@/domain/shared/errors'
import { days, hours } from '@/domain/shared/time'
import { anActivity, anOrder } from '../../support/factories/order'
import { startOfTests } from '../../support/factories/places'
import { impossible, neededFor, payloads, possible } from './machine'

const at = startOfTests + hours(5)
const actors = {
  volunteer: { _id: 'volunteer-wang', nickname: '王师傅' },
  staff: { _id: 'staff-chen', nickname: '陈社工' },
  clock: null,
} satisfies Record<string, EventContext['actor']>

/** An order in a status, already due, so that everything possible can happen. */
const orderIn = (status: OrderStatus, event: OrderEvent = 'remark'): Order =>
  anOrder({ status, dueAt: at - hours(1), ...neededFor(status, event) })
const apply = (order: Order, event: OrderEvent, actor: EventContext['actor']) =>
  applyEvent(order, event, payloads[event], { actor, at, requestId: 'request-0002' })

describe('order events: the history', () => {
  const notes: Partial<Record<OrderEvent, string>> = {
    withdraw: '换个人',
    defer: '下周再来',
    redirect: '物业的事',
    transfer: '他们更近',
    split: '两件事',
    merge: '同一件事',
    noShow: '等了一小时',
    decline: '今天没空',
    release: '去不了了',
    complete: '修好了',
    completeFor: '手机没电了',
    rateVisit: '一切正常',
    reopen: '还在漏',
    cancel: '不用了',
    correctHours: '忘了点办好',
    callBack: '打过电话',
    lookInto: '狗没拴，已说好以后拴上',
    takeOffWall: '点了别人的名',
    remark: '补充一句',
  }
  const wang = [{ userId: 'volunteer-wang', name: '王师傅' }]
  const abouts: { [E in OrderEvent]?: About } = {
    dispatch: { kind: 'people', people: wang },
    advance: { kind: 'hall' },
    reopen: { kind: 'people', people: wang },
    defer: { kind: 'until', until: startOfTests + days(3) },
    redirect: { kind: 'place', name: '幸福里物业' },
    transfer: { kind: 'place', name: '和平社区' },
    merge: { kind: 'order', orderId: 'order-0002' },
    noShow: { kind: 'people', people: wang },
    proposeStandIn: { kind: 'people', people: [{ userId: 'volunteer-zhao', name: '小赵' }] },
  }

  it.each(possible)('%s, %s: one more line, with who, when and why', (status, event) => {
    const order = apply(orderIn(status, event), event, actors.staff)
    const who = { by: 'staff-chen', byName: '陈社工', at, requestId: 'request-0002' }
    const line = anActivity({
      event,
      from: status,
      to: order.status,
      ...who,
      note: notes[event] ?? '',
      isInternal: ['rateVisit', 'callBack', 'followUp', 'lookInto'].includes(event),
      ...(event === 'noShow' ? { whom: 'volunteer-wang' } : {}),
      ...(event === 'correctHours'
        ? { whom: 'volunteer-wang', hours: { name: '王师傅', from: 60, to: 90 } }
        : {}),
      ...(abouts[event] ? { about: abouts[event] } : {}),
    })
    expect(order.activity).toEqual([...orderIn(status).activity, line])
  })

  it('the clock signs with nobody', () => {
    const { activity } = apply(orderIn('accepted'), 'lapse', actors.clock)
    expect(activity.at(-1)).toMatchObject({ event: 'lapse', by: null, byName: '' })
  })
})

describe('order events: what cannot be', () => {
  it.each(impossible)('%s: %s is a conflict, which says how it stands', (status, event) => {
    const attempt = () => apply(orderIn(status), event, actors.staff)
    expect(attempt).toThrow(AppError)
    expect(attempt).toThrow(expect.objectContaining({ code: 'Conflict', details: { status } }))
  })

  it.each(possible)('%s, %s: the order before is left as it was', (status, event) => {
    const order = orderIn(status, event)
    const before = structuredClone(order)
    apply(order, event, actors.staff)
    expect(order).toEqual(before)
  })

  it('a second acceptance is a conflict', () => {
    const accepted = apply(orderIn('dispatched'), 'accept', actors.volunteer)
    expect(() => apply(accepted, 'accept', actors.staff)).toThrow('Conflict')
  })
})
