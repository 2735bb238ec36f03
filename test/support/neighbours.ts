import { derivedOf } from '@/domain/account/derived'
import { openidOfRegistered, type Account, type Membership } from '@/domain/account/schema'
import { householdPrint, type Household } from '@/domain/place/schema'
import { hours } from '@/domain/shared/time'
import { aGrant, anAccount, aMembership } from './factories/account'
import { places, startOfTests } from './factories/places'
import { useTestCloud, workingMorning, type TestCloud } from './test-cloud'
import { testSealing } from './test-key'

/** The two micro-grids of building 4. */
export const grids = { one: `${places.building4}g-1/`, two: `${places.building4}g-2/` } as const

/** The id under which a test's functions keep a flat. */
export const householdIdIn = (areaPath: string, roomNumber: string): string =>
  testSealing.blind('household', householdPrint(areaPath, roomNumber))

/** A flat on the office's list. */
export const aHousehold = (overrides: Partial<Household> & Pick<Household, 'roomNumber'>): Household => {
  const areaPath = overrides.areaPath ?? places.building4
  return {
    _id: householdIdIn(areaPath, overrides.roomNumber),
    areaPath,
    buildingPath: places.building4,
    estatePath: places.estate,
    areaName: '幸福里小区 4栋',
    gridPath: grids.one,
    floor: Number(overrides.roomNumber.slice(0, -2)),
    register: [],
    isUnlisted: false,
    updatedAt: startOfTests,
    ...overrides,
  }
}

/** Building 4: 14th and 15th floor are grid one, the third floor is grid two; building 5 has none. */
export const flats: Household[] = [
  aHousehold({ roomNumber: '1501' }),
  aHousehold({ roomNumber: '1502', register: [{ name: '林国强', relation: 'owner' }] }),
  aHousehold({ roomNumber: '1401' }),
  aHousehold({ roomNumber: '1402', register: [{ name: '吴建国', relation: 'owner' }] }),
  aHousehold({ roomNumber: '301', gridPath: grids.two }),
  aHousehold({ roomNumber: '302', gridPath: grids.two }),
  aHousehold({
    roomNumber: '301',
    areaPath: places.building5,
    buildingPath: places.building5,
    areaName: '幸福里小区 5栋',
    gridPath: null,
  }),
]

const flatAt = (areaPath: string, roomNumber: string): Household => {
  const found = flats.find((flat) => flat.areaPath === areaPath && flat.roomNumber === roomNumber)
  if (!found) throw new Error(`no flat ${roomNumber} in ${areaPath}`)
  return found
}

/** A home in one of the flats above, confirmed unless told. */
export const homeIn = (
  roomNumber: string,
  overrides: Partial<Membership> = {},
  areaPath: string = places.building4,
): Membership => {
  const { _id, areaName, gridPath } = flatAt(areaPath, roomNumber)
  return aMembership({ areaPath, areaName, roomNumber, householdId: _id, gridPath, ...overrides })
}

/** A person as the functions would have written them: with every derived field. */
export const aPerson = (overrides: Partial<Account> & Pick<Account, '_id' | 'nickname'>): Account => {
  const account = anAccount({ memberships: [], ...overrides })
  return { ...account, ...derivedOf(account, testSealing.blind) }
}

const inRole = (_id: string, nickname: string, role: Account['roles'][number]): Account =>
  aPerson({ _id, nickname, roles: [role] })

const gridOne = { areaName: '幸福里小区 4栋 1号微网格' }

/**
 * Everyone that a table of who may and who may not is about; they call as `openid-of-` and their id. They all are
 * about Lin (`person`), who lives in 1502 of building 4, in grid one.
 */
export const neighbours = (): Account[] => [
  aPerson({ _id: 'person-lin', nickname: '小林', realName: '林国强', memberships: [homeIn('1502')] }),
  aPerson({
    _id: 'housemate-he',
    nickname: '小何',
    memberships: [homeIn('1502', { relation: 'family' })],
  }),
  aPerson({
    _id: 'mother-lin',
    nickname: '林妈妈',
    realName: '王秀英',
    state: 'registered',
    openid: openidOfRegistered('mother-lin'),
    memberships: [homeIn('1502', { relation: 'family' })],
    proxies: [
      {
        userId: 'person-lin',
        name: '小林',
        relation: 'family',
        consent: { how: 'inPerson', note: '', notedBy: 'leader-zhou', at: startOfTests },
      },
    ],
  }),
  aPerson({ _id: 'neighbour-sun', nickname: '楼下小孙', memberships: [homeIn('301')] }),
  aPerson({
    _id: 'unconfirmed-wu',
    nickname: '新来的小吴',
    realName: '吴敏',
    memberships: [
      homeIn('1402', {
        standing: 'unconfirmed',
        relation: 'tenant',
        joinedAt: workingMorning,
        decidedBy: null,
        decidedAt: null,
        vouchBy: workingMorning + hours(48),
      }),
    ],
  }),
  aPerson({
    _id: 'removed-xu',
    nickname: '搬走的老徐',
    memberships: [homeIn('1401', { standing: 'removed', endedAt: startOfTests, reason: '已经搬走' })],
  }),
  inRole('leader-grid-one', '一号网格长', aGrant('microGridLeader', grids.one, gridOne)),
  inRole('leader-grid-two', '二号网格长', aGrant('microGridLeader', grids.two)),
  inRole('leader-zhou', '周组长', aGrant('microGridLeader', places.building4)),
  inRole('leader-five', '五栋组长', aGrant('microGridLeader', places.building5)),
  aPerson({
    _id: 'volunteer-wang',
    nickname: '王师傅',
    memberships: [homeIn('301', {}, places.building5)],
    roles: [aGrant('volunteer', places.community)],
    skills: ['gas', 'repair'],
  }),
  inRole('staff-chen', '陈社工', aGrant('communityStaff', places.community)),
  inRole('staff-deng', '邓社工', aGrant('communityStaff', places.community)),
  inRole('staff-elsewhere', '外社区的人', aGrant('communityStaff', places.otherCommunity)),
  inRole('street-office', '街道办小宋', aGrant('streetOffice', places.street)),
]

/** Lin's child, registered without a phone; Lin is the guardian. */
export const childOfLin = aPerson({
  _id: 'child-of-lin',
  nickname: '小小林',
  state: 'registered',
  openid: openidOfRegistered('child-of-lin'),
  guardianId: 'person-lin',
  memberships: [homeIn('1502', { relation: 'family' })],
  proxies: [
    {
      userId: 'person-lin',
      name: '小林',
      relation: 'guardian',
      consent: { how: 'guardian', note: '', notedBy: 'leader-zhou', at: workingMorning },
    },
  ],
})

/** A daughter of Lin's mother who lives in another building. */
export const daughterFarAway = aPerson({
  _id: 'daughter-far',
  nickname: '外地的女儿',
  memberships: [homeIn('301', {}, places.building5)],
})

/** By what they are to Lin: the openid to call as. The newcomer has no account. */
export const cast = {
  newcomer: 'openid-of-newcomer',
  unconfirmed: 'openid-of-unconfirmed-wu',
  neighbour: 'openid-of-neighbour-sun',
  housemate: 'openid-of-housemate-he',
  gridLeader: 'openid-of-leader-grid-one',
  otherGridLeader: 'openid-of-leader-grid-two',
  buildingLeader: 'openid-of-leader-zhou',
  otherBuildingLeader: 'openid-of-leader-five',
  volunteer: 'openid-of-volunteer-wang',
  staff: 'openid-of-staff-chen',
  secondStaff: 'openid-of-staff-deng',
  otherStaff: 'openid-of-staff-elsewhere',
  street: 'openid-of-street-office',
  removed: 'openid-of-removed-xu',
  themself: 'openid-of-person-lin',
} as const
export type CastName = keyof typeof cast
export const everyoneCast = Object.keys(cast) as CastName[]

/** The micro-grids as areas: `test-cloud.ts` has those above. */
export const gridAreas = [
  { _id: grids.one, level: 'grid', name: '1号微网格', fullName: '幸福里小区 4栋 1号微网格', order: 1 },
  { _id: grids.two, level: 'grid', name: '2号微网格', fullName: '幸福里小区 4栋 2号微网格', order: 2 },
] as const

/** A cloud with these people, their flats and grids, begun anew before each test. */
export function useNeighbours(
  accounts: readonly Account[] = neighbours(),
): TestCloud & { settle(): Promise<void> } {
  const test = useTestCloud(accounts)
  beforeEach(() => settle(test))
  // The cloud's own parts are there only once it has started.
  return Object.assign(test, { settle: () => settle(test) })
}

/** Grids and flats, for a cloud that was reset otherwise. */
export async function settle({ cloud }: Pick<TestCloud, 'cloud'>): Promise<void> {
  await cloud.database.insert('areas', [...gridAreas])
  await cloud.database.insert('households', flats)
}
