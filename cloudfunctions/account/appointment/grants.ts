import type { Account } from '@/domain/account/schema'
import { newAppointment, sameGrant } from '@/domain/appointment/lifecycle'
import type { Appointment } from '@/domain/appointment/schema'
import type { RoleGrant } from '@/domain/shared/role'
import { stableId } from '../stable-id'

type Holder = Pick<Account, '_id' | 'nickname'>
type Held = Pick<RoleGrant, 'role' | 'areaPath'>

/** A child, someone without a phone and someone who has gone can't hold a role. */
export const canHold = ({ state, guardianId }: Pick<Account, 'state' | 'guardianId'>): boolean =>
  state === 'active' && guardianId === null

/** The appointment behind a grant. The first of a street are put in by hand: theirs has an id of its own making. */
export const appointmentIdOf = (
  userId: string,
  { role, areaPath, since, appointmentId }: RoleGrant,
): string => appointmentId ?? stableId('grant', userId, role, areaPath, since)

/** The paper that a grant without one would have. */
export const paperOf = (holder: Holder, grant: RoleGrant): Appointment =>
  newAppointment(
    {
      _id: appointmentIdOf(holder._id, grant),
      person: holder,
      role: grant.role,
      areaPath: grant.areaPath,
      areaName: grant.areaName,
      state: 'active',
      at: grant.since,
    },
    { until: grant.until },
  )

export const grantFor = ({ roles }: Pick<Account, 'roles'>, held: Held): RoleGrant | undefined =>
  roles.find((grant) => sameGrant(grant, held))

export const withoutGrant = (account: Account, held: Held): Account => ({
  ...account,
  roles: account.roles.filter((grant) => !sameGrant(grant, held)),
})
