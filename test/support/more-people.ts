import type { Account } from '@/domain/account/schema'
import { anAccount, aMembership, aVolunteer } from './factories/account'
import { places } from './factories/places'
import { everyone, people } from './test-cloud'

/** Those whom the loop needs beside the people of most tests. */
export const who = {
  ...people,
  /** Lives in building 4, as the resident does. */
  downstairs: 'openid-of-resident-sun',
  /** A volunteer who can repair and lives in building 4. */
  third: 'openid-of-volunteer-qian',
  /** The resident's mother, two floors up. */
  mother: 'openid-of-resident-mother',
} as const
export type Who = keyof typeof who

const inBuilding4 = (roomNumber: string) => [
  aMembership({ areaPath: places.building4, areaName: '幸福里小区 4栋', roomNumber }),
]

export const morePeople = (): Account[] => [
  ...everyone(),
  anAccount({ _id: 'resident-sun', nickname: '楼下小孙', memberships: inBuilding4('1402') }),
  anAccount({ _id: 'resident-mother', nickname: '李妈妈', memberships: inBuilding4('1702') }),
  aVolunteer({
    _id: 'volunteer-qian',
    nickname: '钱师傅',
    skills: ['repair'],
    memberships: inBuilding4('203'),
  }),
]

/** Some volunteers of the community, who can carry and nothing else. */
export const crowd = (count: number): Account[] =>
  Array.from({ length: count }, (_, index) =>
    aVolunteer({ _id: `volunteer-${index + 100}`, nickname: `志愿者${index + 1}`, skills: [] }),
  )

/** The community next door, where orders can be transferred to. */
export const nextDoor = {
  _id: places.otherCommunity,
  level: 'community',
  name: '平安社区',
  fullName: '平安社区',
} as const
