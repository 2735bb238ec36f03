import type { Output } from '@/domain/contracts'
import type { ResidentRow, ResidentView } from '@/domain/resident/contract'
import { aMembership } from '../../support/factories/account'
import { places, startOfTests } from '../../support/factories/places'
import { answer } from './fake-cloud'

/** A line of the register: grandmother Li, in 1502 of building 4. */
export const aRow = (overrides: Partial<ResidentRow> = {}): ResidentRow => ({
  userId: 'grandmother-li',
  nickname: '李奶奶',
  state: 'registered',
  avatarFileId: null,
  maskedName: '李**',
  areaPath: places.building4,
  areaName: '幸福里小区 4栋',
  roomNumber: '1502',
  relation: 'family',
  standing: 'confirmed',
  until: null,
  ...overrides,
})

/** Grandmother Li in full, without anything that may be done. */
export const aResident = (overrides: Partial<ResidentView> = {}): ResidentView => ({
  userId: 'grandmother-li',
  nickname: '李奶奶',
  state: 'registered',
  avatarFileId: null,
  realName: '李桂芳',
  phone: '13800001111',
  memberships: [aMembership({ relation: 'family' })],
  proxies: [
    {
      userId: 'son-of-li',
      name: '小李',
      relation: 'family',
      consent: { how: 'byPhone', note: '女儿在旁边', notedBy: 'leader-zhou', at: startOfTests },
    },
  ],
  charges: [],
  roles: [],
  guardianName: null,
  careNeeds: ['elder', 'livesAlone'],
  trail: [
    {
      _id: 'trail-line-1',
      event: 'registered',
      areaName: '幸福里小区 4栋',
      byName: '周组长',
      at: startOfTests,
      note: '',
      role: null,
    },
  ],
  allowedActions: [],
  ...overrides,
})

type Child = Output<'place.children'>['children'][number]
const child = (_id: string, level: Child['level'], name: string): Child => ({
  _id,
  level,
  name,
  fullName: `幸福里小区 ${name}`,
  order: 1,
  householdCount: 0,
  residentCount: 0,
})
export const gridOne = `${places.building4}g-1/`
const below: Record<string, Child[]> = {
  [places.community]: [child(places.estate, 'estate', '幸福里')],
  [places.estate]: [child(places.building4, 'building', '4栋'), child(places.building5, 'building', '5栋')],
  [places.building4]: [child(places.unit, 'unit', '2单元'), child(gridOne, 'grid', '1号微网格')],
}
const all = [child(places.community, 'community', '幸福社区'), ...Object.values(below).flat()]

/** The tree of places, from the community down to a stairwell and a micro-grid of building 4. */
export const holdPlaces = (): void =>
  answer('place.children', ({ areaPath }) => ({
    area: all.find(({ _id }) => _id === areaPath) ?? null,
    children: below[areaPath ?? ''] ?? [],
  }))

export const aFlat = (
  roomNumber: string,
  areaPath: string = places.building4,
): Output<'place.households'>['items'][number] => ({
  _id: `household-${areaPath.length}-${roomNumber}`,
  areaPath,
  buildingPath: places.building4,
  estatePath: places.estate,
  areaName: areaPath === places.unit ? '幸福里小区 4栋 2单元' : '幸福里小区 4栋',
  gridPath: null,
  floor: 15,
  roomNumber,
  register: [],
  isUnlisted: false,
  residentCount: 0,
})
