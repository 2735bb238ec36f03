import type { Account } from '@/domain/account/schema'
import { newAppointment, signatureOf } from '@/domain/appointment/lifecycle'
import type { Appointment } from '@/domain/appointment/schema'
import { days, hours, type Timestamp } from '@/domain/shared/time'
import { areas, at } from './places'

/** The id of the paper behind someone's nth role. */
export const paperIdOf = (personId: string, nth: number): string => `role-${personId}-${nth}`

/** The papers behind everyone's roles, signed by the office; and a neighbour who would like to help. */
export function appointmentsOf(
  accounts: readonly Account[],
  find: (id: string) => Account,
  now: Timestamp,
): Appointment[] {
  const signer = find('liuyang')
  const papers = accounts.flatMap((person) =>
    person.roles.map(({ role, areaPath, areaName, since, appointmentId }) =>
      newAppointment(
        { _id: appointmentId ?? '', person, role, areaPath, areaName, state: 'active', at: since },
        {
          skills: role === 'volunteer' ? person.skills : [],
          signatures: person === signer ? [] : [signatureOf(signer, since)],
        },
      ),
    ),
  )
  return [...papers, applicationOf(find('hejie'), now - days(1) - hours(3))]
}

const applicationOf = (person: Account, appliedAt: Timestamp): Appointment =>
  newAppointment(
    {
      _id: 'application-hejie',
      person,
      role: 'volunteer',
      areaPath: at.community,
      areaName: areas.find(({ _id }) => _id === at.community)?.fullName ?? '',
      state: 'applied',
      at: appliedAt,
    },
    { note: '退休了，白天都在家，做饭、陪老人说话都行', skills: ['visit', 'shopping'] },
  )
