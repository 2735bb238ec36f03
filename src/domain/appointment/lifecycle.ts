import type { Account } from '../account/schema'
import { ancestorsOf, type AreaPath } from '../shared/area'
import { pageKey } from '../shared/paging'
import { roleKey, type Role, type RoleGrant } from '../shared/role'
import { minutes, type Timestamp } from '../shared/time'
import type { Appointment, Signature } from './schema'

/** What there can be only one of at a time. */
export const liveKeyOf = (userId: string, role: Role, areaPath: AreaPath): string =>
  `${userId} ${roleKey(role, areaPath)}`

type Person = Pick<Account, '_id' | 'nickname'>

export const signatureOf = ({ _id, nickname }: Person, at: Timestamp): Signature => ({
  userId: _id,
  name: nickname,
  at,
})

interface NewAppointment extends Pick<Appointment, '_id' | 'state' | 'role' | 'areaPath' | 'areaName'> {
  readonly person: Person
  readonly at: Timestamp
}

/** An appointment with nothing said but what is given. */
export function newAppointment(
  { _id, person, role, areaPath, areaName, state, at }: NewAppointment,
  given: Partial<Pick<Appointment, 'note' | 'skills' | 'until' | 'signatures' | 'replaces' | 'since'>> = {},
): Appointment {
  return {
    _id,
    userId: person._id,
    name: person.nickname,
    role,
    areaPath,
    areaName,
    areaAt: ancestorsOf(areaPath),
    state,
    note: '',
    skills: [],
    since: state === 'active' ? at : null,
    until: null,
    signatures: [],
    endedAt: null,
    endedBy: null,
    reason: '',
    successorId: null,
    replaces: null,
    handoverAt: null,
    version: 0,
    createdAt: at,
    createdKey: pageKey(at, _id),
    liveKey: liveKeyOf(person._id, role, areaPath),
    ...given,
  }
}

/** The right that an active appointment gives. */
export const grantOf = ({
  _id,
  role,
  areaPath,
  areaName,
  since,
  createdAt,
  until,
}: Appointment): RoleGrant => ({
  role,
  areaPath,
  areaName,
  since: since ?? createdAt,
  until,
  appointmentId: _id,
})

export const sameGrant = (
  grant: Pick<RoleGrant, 'role' | 'areaPath'>,
  { role, areaPath }: Pick<RoleGrant, 'role' | 'areaPath'>,
): boolean => grant.role === role && grant.areaPath === areaPath

/** A start that has come is no longer waited for. */
export const startAhead = (since: Timestamp | null, now: Timestamp): Timestamp | null =>
  since !== null && since > now ? since : null

/** How it stands once all have agreed: a start that lies ahead is waited for. */
export const stateOnceAgreed = (since: Timestamp | null, now: Timestamp): 'agreed' | 'active' =>
  startAhead(since, now) === null ? 'active' : 'agreed'

/** The fields of one that begins. */
export const activated = ({ version }: Appointment, at: Timestamp) =>
  ({ state: 'active', since: at, version: version + 1 }) as const

/** How and why something ended; `by` null: the clock. */
export interface Ending {
  readonly by: Person | null
  readonly at: Timestamp
  readonly reason: string
  readonly successorId?: string | null
}

const over = ({ _id, version }: Appointment, { by, at, reason, successorId }: Ending) => ({
  endedAt: at,
  endedBy: by && signatureOf(by, at),
  reason,
  successorId: successorId ?? null,
  liveKey: _id,
  version: version + 1,
})

/** The fields of one that is not to be. */
export const refused = (appointment: Appointment, ending: Ending) =>
  ({ ...over(appointment, ending), state: 'refused' }) as const

/** Who took an order while their role was ending is found by a second look. */
export const lookAgainAfter = minutes(1)

/** Those with tasks of their own; the office's are everybody's there. */
const hasTasks: readonly Role[] = ['volunteer', 'microGridLeader']

/** The fields of one that is over; what they had on their hands is to be passed on. */
export const ended = (appointment: Appointment, ending: Ending) =>
  ({
    ...over(appointment, ending),
    state: 'ended',
    handoverAt: hasTasks.includes(appointment.role) ? ending.at + lookAgainAfter : null,
  }) as const
