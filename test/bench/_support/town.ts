import { derivedOf } from '@/domain/account/derived'
import { newAccount } from '@/domain/account/new-account'
import type { Account, Membership } from '@/domain/account/schema'
import { grantOf, newAppointment } from '@/domain/appointment/lifecycle'
import type { Appointment } from '@/domain/appointment/schema'
import { usesOf, type Invitation } from '@/domain/invitation/schema'
import { newHome } from '@/domain/membership/standing'
import { householdPrint, type Area, type Household } from '@/domain/place/schema'
import { ancestorsOf } from '@/domain/shared/area'
import type { RoleGrant } from '@/domain/shared/role'
import { pageKey } from '@/domain/shared/paging'
import { days, type Timestamp } from '@/domain/shared/time'
import { sealDocument } from '../../../cloudfunctions/_runtime/sealed-documents'
import { testSealing } from '../../support/test-key'
import { openidOf, residentId } from './neighbourhood'
import { flatOf, gridOf, layoutOf, perBuilding, perFlat, perGrid, type Flat } from './town-layout'
import { namesOf } from './town-names'

const volunteerEvery = 10
const pendingEvery = 12
const pendingFrom = 7
const formerEvery = 15

export const townStaffId = 'staff-of-town'
export const townOfficeId = 'office-of-town'
export const streetPath = 'town/'

/** Fingerprints, each made once: a name has one, whatever the areas it is looked up in. */
const prints = new Map<string, string>()
function blind(purpose: string, text: string): string {
  if (purpose !== 'name') return testSealing.blind(purpose, text)
  const known = prints.get(text) ?? testSealing.blind(purpose, text)
  prints.set(text, known)
  return known
}

/** As the functions' own `Collection` would write it. */
const sealed = <T extends object>(collection: string, document: T): T =>
  sealDocument(testSealing, collection, document)

export const householdId = ({ areaPath, roomNumber }: Pick<Flat, 'areaPath' | 'roomNumber'>): string =>
  blind('household', householdPrint(areaPath, roomNumber))

/** Those who wait for somebody to vouch for them: five in each micro-grid. */
export const isPending = (n: number): boolean => n % pendingEvery === pendingFrom

/** Flat `n` of the office's list, with the name that its register has: the first of those who live there. */
export function householdOf(n: number, residents: number, now: Timestamp): Household {
  const flat = flatOf(n)
  const { realName } = namesOf(n * perFlat, residents)
  const { areaPath, areaName, buildingPath, estatePath, floor, gridPath, roomNumber } = flat
  return sealed('households', {
    _id: householdId(flat),
    ...{ areaPath, areaName, buildingPath, estatePath, gridPath, floor, roomNumber },
    register: [{ name: realName, relation: 'owner' as const }],
    isUnlisted: false,
    updatedAt: now,
  })
}

function homeOf(n: number, now: Timestamp): Membership {
  const flat = flatOf(Math.floor(n / perFlat))
  const { areaPath, areaName, gridPath, roomNumber } = flat
  const isNew = isPending(n)
  const home = newHome({
    ...{ areaPath, areaName, gridPath, roomNumber },
    householdId: householdId(flat),
    relation: n % perFlat === 0 ? 'owner' : 'family',
    joinedAt: isNew ? now - (n % 500) * 60_000 : now - days(30 + (n % 500)),
    vouchBy: isNew ? now + days(2) : null,
  })
  // Those who vouch were told of them long ago.
  const told = { ...home, tellAt: null }
  return isNew ? told : { ...told, standing: 'confirmed', decidedBy: townStaffId, decidedAt: home.joinedAt }
}

/** Leader of the micro-grid, for the first in it; volunteer of the community, for each tenth; else none. */
function roleOf(n: number): Pick<Appointment, 'role' | 'areaPath' | 'areaName'> | null {
  const { communityPath } = flatOf(Math.floor(n / perFlat))
  if (n % perBuilding === 0 || n % perBuilding === perGrid / 2) {
    const areaPath = gridOf(n)
    return { role: 'microGridLeader', areaPath, areaName: `微网格 ${areaPath}` }
  }
  return n % volunteerEvery === 3 ? { role: 'volunteer', areaPath: communityPath, areaName: '社区' } : null
}

/** The appointment that gave resident `n` their role, or for one of fifteen one that is over; null: none. */
export function appointmentOf(n: number, residents: number, now: Timestamp): Appointment | null {
  const role = roleOf(n)
  const isOver = role === null && n % formerEvery === 4
  if (!role && !isOver) return null
  const { communityPath } = flatOf(Math.floor(n / perFlat))
  const held = role ?? { role: 'volunteer' as const, areaPath: communityPath, areaName: '社区' }
  const person = { _id: residentId(n), nickname: namesOf(n, residents).nickname }
  const at = now - days(20) - n * 1000
  const made = newAppointment({ _id: `appointment-${n}`, person, state: 'active', at, ...held })
  return isOver ? { ...made, state: 'ended', endedAt: now, reason: '搬走了', liveKey: made._id } : made
}

/** Resident `n` of so many, as the functions would have written them. */
export function townResident(n: number, residents: number, now: Timestamp): Account {
  const _id = residentId(n)
  const appointment = appointmentOf(n, residents, now)
  const account = newAccount({
    _id,
    openid: openidOf(_id),
    ...namesOf(n, residents),
    createdAt: now - days(600),
    memberships: [homeOf(n, now)],
    roles: appointment?.state === 'active' ? [grantOf(appointment)] : [],
  })
  return sealed('accounts', { ...account, ...derivedOf(account, blind) })
}

/** Who keeps the first community. */
export const townStaff = (now: Timestamp): Account =>
  inOffice(townStaffId, { role: 'communityStaff', areaPath: flatOf(0).communityPath, areaName: '社区' }, now)

/** Who keeps the street. */
export const townOffice = (now: Timestamp): Account =>
  inOffice(townOfficeId, { role: 'streetOffice', areaPath: streetPath, areaName: '街道' }, now)

function inOffice(
  _id: string,
  grant: Pick<RoleGrant, 'role' | 'areaPath' | 'areaName'>,
  now: Timestamp,
): Account {
  const account = newAccount({
    _id,
    openid: openidOf(_id),
    nickname: '陈社工',
    createdAt: now - days(600),
    roles: [{ ...grant, since: now - days(600), until: null, appointmentId: null }],
  })
  return { ...account, ...derivedOf(account, blind) }
}

export const codeOf = (building: number): string => `bench-building-${building}`

/** The code that hangs in building `n` of the first community. */
export function invitationOf(n: number, now: Timestamp): Invitation {
  const { buildingPath, buildingName } = flatOf((n * perBuilding) / perFlat)
  return {
    _id: codeOf(n),
    target: { kind: 'home' },
    areaPath: buildingPath,
    areaName: buildingName,
    areaAt: ancestorsOf(buildingPath),
    targetName: '',
    createdBy: townStaffId,
    createdAt: now - days(1),
    createdKey: pageKey(now - days(1), codeOf(n)),
    expiresAt: now + days(89),
    maxUses: usesOf.home.most,
    usedCount: 0,
    scanCount: 0,
    refusalCount: 0,
    revokedAt: null,
    isClosed: false,
    codeFileId: null,
  }
}

/** The map of so many residents, without anything that nobody lives in. */
export const areasOf = (residents: number): Area[] =>
  layoutOf(residents).map((place, order) => ({ ...place, order, retiredAt: null, requestId: null }))
