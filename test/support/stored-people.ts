import { accountSchema, type Account, type Membership } from '@/domain/account/schema'
import { accessSchema, trailLineSchema, type Access, type TrailLine } from '@/domain/trail/schema'
import { aPerson } from './neighbours'
import type { TestCloud } from './test-cloud'
import { opened } from './test-key'

/** People as the cloud has them. */
export const storedPeople = (test: TestCloud) => ({
  person: async (userId: string): Promise<Account> =>
    accountSchema.parse(opened('accounts', await test.cloud.database.get('accounts', userId))),
  everyone: async (): Promise<Account[]> =>
    (await test.cloud.database.find('accounts', {})).map((document) =>
      accountSchema.parse(opened('accounts', document)),
    ),
  /** Other homes than they had, with what is derived of them. */
  giveHomes: async (userId: string, homes: Membership[]): Promise<void> => {
    const { memberships, homeAt, householdIds } = aPerson({
      _id: userId,
      nickname: '有新家的人',
      memberships: homes,
    })
    const changes = { $set: { memberships, homeAt, householdIds } }
    await test.cloud.database.update('accounts', { _id: userId }, changes)
  },
  trailOf: async (userId: string): Promise<TrailLine[]> =>
    (await test.cloud.database.find('trail', { userId }))
      .map((line) => trailLineSchema.parse(line))
      .sort((a, b) => a.at - b.at),
  accessesOf: async (userId: string): Promise<Access[]> =>
    (await test.cloud.database.find('accesses', { userId })).map((line) => accessSchema.parse(line)),
})
