import type { CallInput, Output } from '@/domain/contracts'
import type { Account } from '@/domain/account/schema'
import type { Appointment } from '@/domain/appointment/schema'
import { aGrant } from '../../../support/factories/account'
import { places } from '../../../support/factories/places'
import {
  aPerson,
  cast,
  everyoneCast,
  homeIn,
  neighbours,
  settle,
  type CastName,
} from '../../../support/neighbours'
import type { TestCloud } from '../../../support/test-cloud'

/** The cast, a child and a second one at the street. */
export const appointees = (): Account[] => [
  ...neighbours(),
  aPerson({
    _id: 'child-lin',
    nickname: '小小林',
    memberships: [homeIn('1502')],
    guardianId: 'person-lin',
  }),
  aPerson({
    _id: 'street-second',
    nickname: '街道办老钱',
    roles: [aGrant('streetOffice', places.street)],
  }),
]
export const openidOf = (userId: string): string => `openid-of-${userId}`

export type Given = Partial<CallInput<'appointment.propose'>>
/** Lin as leader of building 4, unless told. */
export const proposal = (given: Given = {}): CallInput<'appointment.propose'> => ({
  userId: 'person-lin',
  role: 'microGridLeader',
  areaPath: places.building4,
  ...given,
})
export const staffProposal: Given = { role: 'communityStaff', areaPath: places.community }
export const application: CallInput<'appointment.apply'> = {
  communityPath: places.community,
  skills: ['repair', 'repair'],
  cap: 2,
  times: [{ weekday: 6, from: 540, to: 720 }],
  note: '周末有空',
}

/** What tests of appointments do and look at. */
export const appointing = (test: TestCloud) => {
  const accountOf = async (id: string): Promise<Account> =>
    (await test.cloud.database.get('accounts', id)) as unknown as Account
  const anew = async (): Promise<void> => {
    await test.reset()
    await settle(test)
  }
  return {
    accountOf,
    anew,
    propose: (who: string, given: Given = {}, requestId?: string): Promise<Output<'appointment.propose'>> =>
      test.as(who).call('appointment.propose', proposal(given), requestId),
    apply: async (who: string = cast.themself): Promise<string> =>
      (await test.as(who).call('appointment.apply', application)).appointment._id,
    appointmentOf: async (id: string): Promise<Appointment> =>
      (await test.cloud.database.get('appointments', id)) as unknown as Appointment,
    rolesOf: async (id: string): Promise<string[]> => (await accountOf(id)).roles.map(({ role }) => role),
    eventsOf: async (userId: string): Promise<string[]> =>
      (await test.cloud.database.find('trail', { userId })).map(({ event }) => String(event)).sort(),
    /** What each of the cast is answered; those who are not named are refused. */
    table: async (
      asked: (who: string) => Promise<string>,
      allowed: Partial<Record<CastName, string>>,
      begin: () => Promise<void> = async () => undefined,
    ): Promise<void> => {
      for (const name of everyoneCast) {
        await anew()
        await begin()
        const refusal = name === 'newcomer' ? 'NotSignedIn' : 'Forbidden'
        expect(`${name}: ${await asked(cast[name])}`).toBe(`${name}: ${allowed[name] ?? refusal}`)
      }
    },
  }
}
