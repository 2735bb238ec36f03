import { isAlike, ordersAlike } from '@/domain/order/alike'
import { anOrder, anOrderService } from '../../support/factories/order'

describe('the same trouble', () => {
  it.each([
    ['楼道灯不亮了', '三楼楼道的灯不亮'],
    ['电梯坏了停在五楼', '电梯停在五楼，坏了'],
    ['单元门关不上', '我们单元门关不上了，谁能修修'],
  ])('%s · %s: is the same', (one, other) => {
    expect(isAlike(one, other)).toBe(true)
    expect(isAlike(other, one)).toBe(true)
  })

  it.each([
    ['陪我去医院拿降压药', '想请人陪着去做透析'],
    ['水龙头漏水', '柜门掉了'],
    ['', '水龙头漏水'],
    ['帮个忙', '帮个忙'],
  ])('%s · %s: is not', (one, other) => expect(isAlike(one, other)).toBe(false))

  it('neighbour: is shown the same trouble only, of the same service, and never their own', () => {
    const lamp = anOrder({ text: '楼道灯不亮了' })
    const mine = anOrder({ text: '楼道灯不亮了', requesterId: 'resident-me' })
    const other = anOrder({ text: '楼道灯不亮了', service: anOrderService({ id: 'carry' }) })
    const asked = { serviceId: lamp.service.id, text: '四楼的楼道灯不亮', userId: 'resident-me' }
    expect(ordersAlike([lamp, mine, other, anOrder({ text: '水龙头漏水' })], asked)).toEqual([lamp])
  })
})
