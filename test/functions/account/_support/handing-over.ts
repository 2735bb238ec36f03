import type { Account } from '@/domain/account/schema'
import type { Order } from '@/domain/order/schema'
import { minutes } from '@/domain/shared/time'
import { aGrant } from '../../../support/factories/account'
import { anOrder, aTaker } from '../../../support/factories/order'
import { places } from '../../../support/factories/places'
import { aPerson, homeIn } from '../../../support/neighbours'
import { workingMorning, type TestCloud } from '../../../support/test-cloud'
import { opened } from '../../../support/test-key'

/** A second volunteer of the community, beside Wang. */
export const zhao = aPerson({
  _id: 'volunteer-zhao',
  nickname: '赵姐',
  memberships: [homeIn('301', {}, places.building5)],
  roles: [aGrant('volunteer', places.community)],
  skills: ['gas', 'repair'],
})
export const openidOf = (userId: string): string => `openid-of-${userId}`

const createdAt = workingMorning - minutes(60)
/** An order of Lin's, an hour old. */
export const order = (overrides: Partial<Order>): Order =>
  anOrder({ createdAt, requesterId: 'person-lin', ...overrides })
/** Taken by Wang, who has not come yet. */
export const taken = (overrides: Partial<Order> = {}): Partial<Order> => ({
  status: 'accepted',
  takers: [aTaker({ acceptedAt: createdAt })],
  clocks: {},
  ...overrides,
})

/** What tests of handing over do and look at. */
export const handingOver = (test: TestCloud) => {
  const accountOf = async (id: string): Promise<Account> =>
    (await test.cloud.database.get('accounts', id)) as unknown as Account
  const mine = async (userId: string): Promise<string> =>
    (await test.as(openidOf(userId)).call('appointment.mine', {})).items[0]?._id ?? ''
  const leave = async (successorId: string | null = null, userId = 'volunteer-wang'): Promise<void> => {
    const input = { appointmentId: await mine(userId), reason: '要出远门', successorId }
    await test.as(openidOf(userId)).call('appointment.end', input)
  }
  return {
    accountOf,
    orderOf: async (id: string): Promise<Order> =>
      opened('orders', (await test.cloud.database.get('orders', id)) as never) as unknown as Order,
    homesOf: async (id: string): Promise<number[]> =>
      (await accountOf(id)).memberships.map(({ vouchLevel }) => vouchLevel),
    leave,
    gone: (userId: string): Promise<void> => leave(null, userId),
    minuteLater: async (): Promise<void> => {
      test.cloud.clock.travel(minutes(2))
      await test.cloud.timers.fire('timers', 'everyMinute')
    },
  }
}
