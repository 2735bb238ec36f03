import { presentThanks } from '@/domain/order/wall'
import { AppError } from '@/domain/shared/errors'
import { anOrder, aReview, aTaker, secrets } from '../../support/factories/order'
import { startOfTests } from '../../support/factories/places'
import { actors, apply } from './effects'
import { people, scenes } from './people'

const order = scenes['on the wall']
const seenBy = (name: keyof typeof people, of = order) => presentThanks(people[name], of)

describe('wall of thanks', () => {
  it('neighbour: sees the thanks, the service and names, and nothing else', () => {
    const seen = seenBy('neighbour in the building')
    expect(seen).toEqual({
      orderId: order._id,
      words: '谢谢两位',
      serviceName: order.service.name,
      to: ['王师傅', '小徐'],
      from: '李阿姨',
      allowedActions: [],
      needsReason: false,
    })
    for (const secret of Object.values(secrets)) expect(JSON.stringify(seen)).not.toContain(secret)
  })

  it('the one thanked, and the one who wrote it: may take it off; the other one helped may not', () => {
    expect(seenBy('captain')?.allowedActions).toEqual(['takeOffWall'])
    expect(seenBy('second taker')?.allowedActions).toEqual(['takeOffWall'])
    expect(seenBy('requester')?.allowedActions).toEqual(['takeOffWall'])
    expect(seenBy('beneficiary')?.allowedActions).toEqual([])
  })

  it('leader of the building, staff: may take it off, and say why; those of elsewhere may not', () => {
    for (const name of ['leader of the building', 'staff of the community', 'staff of the building'] as const)
      expect(seenBy(name)).toMatchObject({ allowedActions: ['takeOffWall'], needsReason: true })
    for (const name of ['leader of another building', 'staff of another building'] as const)
      expect(seenBy(name)?.allowedActions).toEqual([])
    expect(() => apply(order, 'takeOffWall', { note: '' }, actors.staff)).toThrow(new AppError('BadInput'))
    const off = apply(order, 'takeOffWall', { note: '点了别人的名' }, actors.staff)
    expect(off.review).toMatchObject({ thanks: '谢谢两位', onWall: false })
    expect(off.activity.at(-1)).toMatchObject({ event: 'takeOffWall', note: '点了别人的名' })
  })

  it('written by the one it was ordered for: their name', () => {
    const review = aReview({ thanks: '谢谢', onWall: true, by: 'resident-old-li' })
    expect(seenBy('stranger', anOrder({ ...order, review }))?.from).toBe('李奶奶')
  })

  it('one who took it and did not come: is not named', () => {
    const takers = [
      aTaker({ checkedInAt: startOfTests, completedAt: startOfTests }),
      aTaker({ name: '小徐' }),
    ]
    expect(seenBy('stranger', anOrder({ ...order, takers }))?.to).toEqual(['王师傅'])
  })

  it('not wanted there, or taken off: nothing', () => {
    expect(seenBy('requester', scenes['rated well'])).toBeNull()
    const off = apply(order, 'takeOffWall', { note: '' }, actors.wang)
    expect(off.review).toMatchObject({ thanks: '谢谢两位', onWall: false })
    expect(off.activity.at(-1)).toMatchObject({ event: 'takeOffWall', by: 'volunteer-wang' })
    expect(seenBy('requester', off)).toBeNull()
  })
})
