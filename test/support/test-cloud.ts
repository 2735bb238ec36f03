import path from 'node:path'
import { functionFor, type ActionName, type CallInput, type Output } from '@/domain/contracts'
import type { Account } from '@/domain/account/schema'
import { answerSchema } from '@/domain/shared/envelope'
import { AppError } from '@/domain/shared/errors'
import { collections } from '../../cloudfunctions/_database/collections'
import { messagePush } from '../../cloudfunctions/_database/message-push'
import type { CollectionDefinition } from '../../local-cloud/database/definitions'
import { startCloud, type LocalCloud, type StartOptions } from '../../local-cloud/start-cloud'
import { anAccount, aGrant, aLeader, aMembership, aStaffMember, aVolunteer } from './factories/account'
import { places } from './factories/places'
import { nextRequestId } from './request-id'
import { functionEnv as testEnv } from './test-key'

/** Wednesday 5 March 2025, 10:00 in Beijing: the office works, and nobody sleeps. */
export const workingMorning = Date.UTC(2025, 2, 5, 2)

export const functionsDir = path.resolve(__dirname, '../../dist/cloudfunctions')

/** Someone who calls the functions as WeChat would let them: by openid. */
export interface Caller {
  /** @throws AppError with the code that the function answered */
  call<N extends ActionName>(action: N, input: CallInput<N>, requestId?: string): Promise<Output<N>>
  /** The code that the call is refused with, or 'ok'. */
  code<N extends ActionName>(action: N, input: CallInput<N>, requestId?: string): Promise<string>
}

export interface TestCloud {
  cloud: LocalCloud
  as(openid: string): Caller
  /** Back to the beginning: the accounts and places that it started with, on a working morning. */
  reset(): Promise<void>
  close(): Promise<void>
}

/**
 * One cloud for all tests of a file, begun anew before each: functions stay warm, so a test costs milliseconds.
 * @param accounts who lives there
 */
export function useTestCloud(accounts?: readonly Account[]): TestCloud {
  const test = {} as TestCloud
  beforeAll(async () => {
    Object.assign(test, await startTestCloud(accounts))
  })
  beforeEach(() => test.reset())
  afterAll(() => test.close())
  return test
}

/** A fresh cloud in memory, strict about indexes, with the bundled functions and these accounts. */
export async function startTestCloud(
  accounts: readonly Account[] = everyone(),
  functionEnv: StartOptions['functionEnv'] = testEnv,
): Promise<TestCloud> {
  const cloud = await startCloud({
    messagePush,
    env: 'test',
    dataDir: null,
    functionsDir,
    functionEnv,
    collections: collections as unknown as CollectionDefinition[],
    strict: true,
    codeUrl: ({ scene, page }) => `http://phone.test/#/${page}?scene=${scene}`,
    riskyWords: ['赌博'],
  })
  const reset = async (): Promise<void> => {
    for (const { name } of collections) await cloud.database.remove(name, {})
    await cloud.database.insert('areas', neighbourhoodAreas)
    await cloud.database.insert('accounts', accounts.map(withCharges(accounts)))
    cloud.clock.set(workingMorning)
  }
  await reset()
  const as = (openid: string): Caller => {
    const call = async <N extends ActionName>(
      action: N,
      input: CallInput<N>,
      requestId = nextRequestId(),
    ) => {
      const raw = await cloud.functions.invoke(functionFor(action), { action, requestId, input }, { openid })
      const answer = answerSchema.parse(raw)
      if (!answer.ok) throw new AppError(answer.error.code, answer.error.details)
      return answer.data as Output<N>
    }
    const code: Caller['code'] = (action, input, requestId) =>
      call(action, input, requestId).then(
        () => 'ok',
        (error: unknown) => (error instanceof AppError ? error.code : Promise.reject(error as Error)),
      )
    return { call, code }
  }
  return { cloud, as, reset, close: () => cloud.close() }
}

/** As the functions keep it: for whom somebody acts stands beside them too. */
const withCharges =
  (all: readonly Account[]) =>
  (account: Account): Account => ({
    ...account,
    chargeIds: all.flatMap(({ _id, proxies }) =>
      proxies.some(({ userId }) => userId === account._id) ? [_id] : [],
    ),
  })

export const neighbourhoodAreas = [
  { _id: places.street, level: 'street', name: '莲花街道', fullName: '莲花街道' },
  { _id: places.community, level: 'community', name: '幸福社区', fullName: '幸福社区' },
  { _id: places.estate, level: 'estate', name: '幸福里小区', fullName: '幸福里小区' },
  { _id: places.building4, level: 'building', name: '4栋', fullName: '幸福里小区 4栋' },
  { _id: places.building5, level: 'building', name: '5栋', fullName: '幸福里小区 5栋' },
]

/** The people of most tests, by the openid to call as. */
export const people = {
  li: 'openid-of-resident-li',
  volunteer: 'openid-of-volunteer-wang',
  second: 'openid-of-volunteer-zhao',
  leader: 'openid-of-leader-zhou',
  otherLeader: 'openid-of-leader-five',
  staff: 'openid-of-staff-chen',
  otherStaff: 'openid-of-staff-elsewhere',
  otherVolunteer: 'openid-of-volunteer-elsewhere',
  neighbour: 'openid-of-resident-five',
  newcomer: 'openid-of-newcomer',
} as const

/** Their accounts; the newcomer has none. */
export const everyone = (): Account[] => [
  anAccount(),
  aVolunteer({ skills: ['gas', 'repair'] }),
  aVolunteer({ _id: 'volunteer-zhao', nickname: '赵姐', skills: [] }),
  aLeader(),
  aLeader({ _id: 'leader-five', nickname: '五栋组长', roles: [aGrant('microGridLeader', places.building5)] }),
  aStaffMember(),
  aStaffMember({
    _id: 'staff-elsewhere',
    nickname: '外社区的人',
    roles: [aGrant('communityStaff', places.otherCommunity)],
  }),
  aVolunteer({
    _id: 'volunteer-elsewhere',
    nickname: '外社区志愿者',
    memberships: [],
    roles: [aGrant('volunteer', places.otherCommunity)],
    skills: ['repair'],
  }),
  anAccount({
    _id: 'resident-five',
    nickname: '五栋邻居',
    memberships: [aMembership({ areaPath: places.building5, areaName: '幸福里小区 5栋', roomNumber: '202' })],
  }),
]
