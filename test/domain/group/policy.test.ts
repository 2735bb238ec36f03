import type { Actor } from '@/domain/account/policy'
import { circleOf } from '@/domain/chat/thread'
import {
  canSeeWechatCode,
  groupActions,
  isWechatCodeTimely,
  wechatReminderAt,
  whyMute,
} from '@/domain/group/policy'
import { newSettings, type Silence } from '@/domain/group/schema'
import { days, hours, minutes } from '@/domain/shared/time'
import { aGrant, aLeader, aMembership, anAccount, aStaffMember } from '../../support/factories/account'
import { places } from '../../support/factories/places'

const at = (text: string): number => Date.parse(`${text}+08:00`)
const noon = at('2025-03-05T12:00:00')
const grid = `${places.building4}g-1/`
const li = anAccount()
const staff = aStaffMember()
const people: Record<string, Actor> = {
  neighbour: li,
  newcomer: anAccount({ memberships: [aMembership({ standing: 'unconfirmed' })] }),
  former: anAccount({ memberships: [aMembership({ standing: 'left' })] }),
  leader: aLeader(),
  'leader of a micro-grid here': aLeader({ roles: [aGrant('microGridLeader', grid)] }),
  'leader of another building': aLeader({
    memberships: [],
    roles: [aGrant('microGridLeader', places.building5)],
  }),
  staff,
  'staff of another community': aStaffMember({ roles: [aGrant('communityStaff', places.otherCommunity)] }),
  volunteer: anAccount({ memberships: [], roles: [aGrant('volunteer', places.community)] }),
}
const all = ['callAll', 'setHours', 'putWechatCode', 'moderate', 'settleTopics']

it.each([
  ['neighbour', []],
  ['newcomer', []],
  ['former', []],
  ['leader', all],
  ['leader of a micro-grid here', all],
  ['leader of another building', []],
  ['staff', all],
  ['staff of another community', []],
  ['volunteer', []],
])('%s: may do %j with a building’s group', (name, expected) => {
  expect(groupActions(people[name] as Actor, places.building4)).toEqual(expected)
})

it('a circle has no WeChat group beside it; only staff rule it', () => {
  const circle = circleOf('volunteers', places.community)
  expect(groupActions(staff, circle)).toEqual(all.filter((action) => action !== 'putWechatCode'))
  expect(groupActions(people.volunteer as Actor, circle)).toEqual([])
  expect(canSeeWechatCode(people.volunteer as Actor, circle)).toBe(false)
})

it.each([
  ['neighbour', true],
  ['newcomer', false],
  ['former', false],
  ['leader', true],
  ['leader of a micro-grid here', true],
  ['leader of another building', false],
  ['staff', true],
  ['staff of another community', false],
])('%s: sees the code of the WeChat group: %s', (name, expected) => {
  expect(canSeeWechatCode(people[name] as Actor, places.building4)).toBe(expected)
})

it('a code is good for seven days at most, and reminded of a day before', () => {
  expect([0, 1, days(7), days(7) + 1].map((left) => isWechatCodeTimely(noon + left, noon))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(wechatReminderAt(noon + days(7), noon)).toBe(noon + days(6))
  expect(wechatReminderAt(noon + hours(5), noon)).toBe(noon)
})

describe('what keeps somebody from writing', () => {
  const silence = (overrides: Partial<Silence> = {}): Silence => ({
    person: { userId: li._id, name: li.nickname },
    until: noon + minutes(30),
    reason: '连着骂人',
    by: { userId: 'leader-zhou', name: '周组长' },
    caseId: 'case-0001',
    ...overrides,
  })
  const settings = newSettings(places.building4)

  it('nothing, where nothing was set', () => {
    expect(whyMute(li, settings, noon)).toBeNull()
  })

  it('a silence of theirs, until the moment it is over', () => {
    const silenced = { ...settings, silences: [silence()] }
    expect(whyMute(li, silenced, noon)).toEqual({
      why: 'silenced',
      until: noon + minutes(30),
      reason: '连着骂人',
    })
    expect(whyMute(li, silenced, noon + minutes(30) - 1)).not.toBeNull()
    expect(whyMute(li, silenced, noon + minutes(30))).toBeNull()
    expect(whyMute(staff, silenced, noon)).toBeNull()
    const leaderNow = { ...li, roles: [aGrant('microGridLeader', settings._id)] }
    expect(whyMute(leaderNow, silenced, noon)).toBeNull()
  })

  const night = { ...settings, announcementHours: { from: 22 * 60, to: 7 * 60 } }
  it.each([
    ['2025-03-05T21:59:59.999', null],
    ['2025-03-05T22:00:00', '2025-03-06T07:00:00'],
    ['2025-03-05T23:59:59.999', '2025-03-06T07:00:00'],
    ['2025-03-06T00:00:00', '2025-03-06T07:00:00'],
    ['2025-03-06T06:59:59.999', '2025-03-06T07:00:00'],
    ['2025-03-06T07:00:00', null],
  ])('announcement hours over midnight, at %s: until %s', (moment, until) => {
    expect(whyMute(li, night, at(moment))?.until ?? null).toBe(until && at(until))
    expect(whyMute(people.leader as Actor, night, at(moment))).toBeNull()
    expect(whyMute(people['leader of a micro-grid here'] as Actor, night, at(moment))).toBeNull()
  })

  it.each([
    ['2025-03-05T11:59:59', null],
    ['2025-03-05T12:00:00', '2025-03-05T14:00:00'],
    ['2025-03-05T14:00:00', null],
  ])('of a day, at %s: until %s', (moment, until) => {
    const siesta = { ...settings, announcementHours: { from: 12 * 60, to: 14 * 60 } }
    expect(whyMute(li, siesta, at(moment))?.until ?? null).toBe(until && at(until))
  })

  it('up to midnight, and from it', () => {
    const evening = { ...settings, announcementHours: { from: 23 * 60, to: 0 } }
    expect(whyMute(li, evening, at('2025-03-05T23:30:00'))?.until).toBe(at('2025-03-06T00:00:00'))
    expect(whyMute(li, evening, at('2025-03-06T00:00:00'))).toBeNull()
    const dawn = { ...settings, announcementHours: { from: 0, to: 6 * 60 } }
    expect(whyMute(li, dawn, at('2025-03-06T00:00:00'))?.until).toBe(at('2025-03-06T06:00:00'))
    expect(whyMute(li, dawn, at('2025-03-05T23:59:59'))).toBeNull()
  })

  it('silenced at night: the silence is what they are told of', () => {
    const both = { ...night, silences: [silence({ until: at('2025-03-06T08:00:00') })] }
    expect(whyMute(li, both, at('2025-03-05T23:00:00'))?.why).toBe('silenced')
  })
})
