import { can } from '@/domain/order/policy'
import { anOrder, aReview } from '../../support/factories/order'
import { people, scenes } from './people'

describe('order policy: what wants asking after', () => {
  it.each([
    [1, true],
    [2, true],
    [3, false],
    [5, false],
  ])('staff: ask after %d stars: %p', (stars, may) => {
    const order = anOrder({ status: 'reviewed', review: aReview({ stars }) })
    expect(can(people['staff of the community'], 'followUp', order)).toBe(may)
  })

  it.each([
    ['unsafe', null, true],
    ['uneasy', null, false],
    ['unsafe', 2, false],
    ['unsafe', 0, true],
  ] as const)('staff: look into a visit felt %s, looked into at %p: %p', (safety, lookedAt, may) => {
    const order = anOrder({
      status: 'completed',
      visitRatings: [{ userId: 'volunteer-wang', safety, note: '', at: 1 }],
      safetyLook: lookedAt === null ? null : { finding: '问过了', byName: '陈社工', at: lookedAt },
    })
    expect(can(people['staff of the community'], 'lookInto', order)).toBe(may)
  })

  it('staff: do not ask twice', () => {
    const followUp = { finding: '已回访', byName: '陈社工', at: 1 }
    const order = { ...scenes['rated badly'], followUp }
    expect(can(people['staff of the community'], 'followUp', order)).toBe(false)
  })
})
