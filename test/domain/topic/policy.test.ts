import { circleOf, threadOf } from '@/domain/chat/thread'
import { canGather, topicActions } from '@/domain/topic/policy'
import {
  aGrant,
  aLeader,
  aMembership,
  anAccount,
  aStaffMember,
  aVolunteer,
} from '../../support/factories/account'
import { places } from '../../support/factories/places'

const groupPath = places.building4
const settled = { decision: '装', by: { userId: 'leader-zhou', name: '周组长' }, at: 1, seq: 3 }
const newcomer = anAccount({ memberships: [aMembership({ standing: 'unconfirmed' })] })
const former = anAccount({ memberships: [aMembership({ standing: 'left' })] })

it.each([
  ['resident', anAccount(), ['add'], []],
  ['newcomer', newcomer, [], []],
  ['former neighbour', former, [], []],
  ['volunteer who lives elsewhere', aVolunteer(), [], []],
  ['leader', aLeader(), ['add', 'settle'], ['reopen', 'unpin']],
  ['staff', aStaffMember(), ['add', 'settle'], ['reopen', 'unpin']],
  ['other leader', aLeader({ roles: [aGrant('microGridLeader', places.building5)] }), [], []],
] as const)(
  '%s: with a topic that is talked about, and one that is settled and pinned',
  (_name, actor, open, done) => {
    expect(topicActions(actor, { groupPath, settled: null }, false)).toEqual(open)
    expect(topicActions(actor, { groupPath, settled }, true)).toEqual(done)
    expect(canGather(actor, groupPath)).toBe(open.length > 0)
  },
)

it('a settled one that is pinned no more can be talked about again, not unpinned', () => {
  expect(topicActions(aLeader(), { groupPath, settled }, false)).toEqual(['reopen'])
})

it('who works in a circle gathers there; in an order’s thread nobody does', () => {
  expect(canGather(aVolunteer(), circleOf('volunteers', places.community))).toBe(true)
  expect(canGather(anAccount(), circleOf('volunteers', places.community))).toBe(false)
  expect(canGather(aStaffMember(), threadOf('order-0001'))).toBe(false)
})
