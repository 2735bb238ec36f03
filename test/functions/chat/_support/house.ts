import type { Account } from '@/domain/account/schema'
import { circleOf } from '@/domain/chat/thread'
import { aGrant, aMembership, anAccount } from '../../../support/factories/account'
import { places } from '../../../support/factories/places'
import { everyone, people, type TestCloud } from '../../../support/test-cloud'

/** The micro-grid across the stairwells of building 4. */
export const grid = 'heping/c1/e1/b4/g-1/'
export const volunteersOf = circleOf('volunteers', places.community)
export const staffOf = circleOf('staff', places.community)

/** Places that the test neighbourhood lacks. */
export const parts = [
  { _id: places.unit, level: 'unit', name: '2单元', fullName: '幸福里小区 4栋 2单元' },
  { _id: grid, level: 'grid', name: '一号微网格', fullName: '幸福里小区 4栋 一号微网格' },
]

/** Who speaks in these tests, beside those of most tests. */
export const who = {
  ...people,
  unconfirmed: 'openid-of-resident-new',
  former: 'openid-of-moved-away',
  stairwell: 'openid-of-stairwell',
  gridMember: 'openid-of-grid-member',
  gridLeader: 'openid-of-grid-leader',
  gridWorker: 'openid-of-grid-worker',
} as const
export type Who = keyof typeof who

const at = (overrides: Parameters<typeof aMembership>[0]) => [aMembership(overrides)]

export const house = (): Account[] => [
  ...everyone(),
  anAccount({ _id: 'resident-new', nickname: '新来的', memberships: at({ standing: 'unconfirmed' }) }),
  anAccount({ _id: 'moved-away', nickname: '搬走的', memberships: at({ standing: 'left' }) }),
  anAccount({ _id: 'stairwell', nickname: '二单元的', memberships: at({ areaPath: places.unit }) }),
  anAccount({ _id: 'grid-member', nickname: '网格里的', memberships: at({ gridPath: grid }) }),
  anAccount({
    _id: 'grid-leader',
    nickname: '网格长',
    memberships: [],
    roles: [aGrant('microGridLeader', grid)],
  }),
  anAccount({
    _id: 'grid-worker',
    nickname: '网格员',
    memberships: [],
    roles: [aGrant('gridWorker', places.community)],
  }),
]

/** Short forms of what people do in a group. */
export const voicesOf = (test: TestCloud) => {
  const as = (name: Who) => test.as(who[name])
  return {
    as,
    say: (name: Who, text: string, groupPath: string = places.building4, more: object = {}) =>
      as(name)
        .call('chat.send', { groupPath, body: { kind: 'text', text }, ...more })
        .then(({ message }) => message),
    heard: async (name: Who, groupPath: string = places.building4, input: object = {}) =>
      (await as(name).call('chat.history', { groupPath, ...input })).items,
    groupOf: async (name: Who, groupPath: string = places.building4) =>
      (await as(name).call('chat.groups', {})).items.find((group) => group.groupPath === groupPath),
  }
}
