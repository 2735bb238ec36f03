import {
  canKeep,
  isDueSensible,
  longestPromise,
  mostDelays,
  promiseActions,
  promiseReminderAt,
} from '@/domain/promise/policy'
import { circleOf } from '@/domain/chat/thread'
import { aGrant, aLeader, anAccount, aStaffMember, aVolunteer } from '../../support/factories/account'
import { beijing } from '../../support/clock-of'
import { places } from '../../support/factories/places'

const of = (groupPath: string) => ({ groupPath, isOpen: true, delays: [] })
const building = of(places.building4)
const circle = of(circleOf('volunteers', places.community))

it.each([
  ['leader', aLeader(), true, false],
  ['staff', aStaffMember(), true, true],
  ['resident', anAccount(), false, false],
  ['volunteer', aVolunteer(), false, false],
  [
    'leader of another building',
    aLeader({ roles: [aGrant('microGridLeader', places.building5)] }),
    false,
    false,
  ],
  [
    'staff elsewhere',
    aStaffMember({ roles: [aGrant('communityStaff', places.otherCommunity)] }),
    false,
    false,
  ],
] as const)(
  '%s: keeps what was promised in a building, in a circle',
  (_name, actor, inBuilding, inCircle) => {
    expect([canKeep(actor, building), canKeep(actor, circle)]).toEqual([inBuilding, inCircle])
    expect(promiseActions(actor, building)).toEqual(inBuilding ? ['keep', 'delay'] : [])
  },
)

it('a kept one needs nothing more; one put off too often can only be kept', () => {
  const delay = { from: 1, to: 2, reason: '等', by: { userId: 'leader-zhou', name: '周组长' }, at: 1 }
  const delays = Array.from({ length: mostDelays }, () => delay)
  expect(promiseActions(aLeader(), { ...building, isOpen: false })).toEqual([])
  expect(promiseActions(aLeader(), { ...building, delays })).toEqual(['keep'])
})

it('is due in the future, within a year', () => {
  const now = 1_000_000
  expect(
    [now, now + 1, now + longestPromise, now + longestPromise + 1].map((at) => isDueSensible(at, now)),
  ).toEqual([false, true, true, false])
})

it.each([
  ['2025-03-05T10:00:00', '2025-03-07T18:00:00', '2025-03-07T09:00:00'],
  ['2025-03-05T10:00:00', '2025-03-05T18:00:00', '2025-03-05T17:00:00'],
  ['2025-03-05T10:00:00', '2025-03-07T08:00:00', '2025-03-07T07:00:00'],
  ['2025-03-05T17:30:00', '2025-03-05T18:00:00', null],
])('promised at %s for %s: reminded at %s', (now, dueAt, expected) => {
  expect(promiseReminderAt(beijing(dueAt), beijing(now))).toBe(expected && beijing(expected))
})
