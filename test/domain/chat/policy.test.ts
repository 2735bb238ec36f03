import { canReadGroup, titleIn } from '@/domain/chat/policy'
import { messageBodySchema, readMarkId } from '@/domain/chat/schema'
import {
  aGrant,
  aLeader,
  aMembership,
  anAccount,
  aStaffMember,
  aVolunteer,
} from '../../support/factories/account'
import { places } from '../../support/factories/places'

const newcomer = anAccount({ memberships: [aMembership({ standing: 'unconfirmed' })] })
const declined = anAccount({ memberships: [aMembership({ standing: 'declined' })] })
const inStairwell = anAccount({ memberships: [aMembership({ areaPath: places.unit })] })

describe('building group: who reads and writes', () => {
  it.each([
    ['neighbour', anAccount(), places.building4, true],
    ['newcomer: at once', newcomer, places.building4, true],
    ['neighbour by the stairwell', inStairwell, places.building4, true],
    ['declined: cannot', declined, places.building4, false],
    ['neighbour: cannot next door', anAccount(), places.building5, false],
    ['neighbour: cannot in building 41', anAccount(), places.building41, false],
    ['neighbour: cannot in building 4 elsewhere', anAccount(), places.buildingElsewhere, false],
    ['leader of the building, living elsewhere', aLeader(), places.building4, true],
    ['leader of building 4: cannot in building 5', aLeader(), places.building5, false],
    ['staff of the community', aStaffMember(), places.building5, true],
    ['staff of another community: cannot', aStaffMember(), places.buildingElsewhere, false],
    ['volunteer of the community: cannot where they do not live', aVolunteer(), places.building4, false],
  ])('%s', (_what, actor, groupPath, expected) => {
    expect(canReadGroup(actor, groupPath)).toBe(expected)
  })
})

describe('building group: the title beside a name', () => {
  const both = [aGrant('volunteer', places.community), aGrant('microGridLeader', places.building4)]

  it.each([
    ['neighbour', anAccount(), 'neighbour'],
    ['neighbour by the stairwell', inStairwell, 'neighbour'],
    ['newcomer', newcomer, 'newcomer'],
    ['volunteer', aVolunteer(), 'volunteer'],
    ['leader', aLeader(), 'microGridLeader'],
    ['staff', aStaffMember(), 'communityStaff'],
    ['leader who is a volunteer too', aLeader({ roles: both }), 'microGridLeader'],
    [
      'staff who lead and volunteer too',
      aStaffMember({ roles: [...both, aGrant('communityStaff', places.community)] }),
      'communityStaff',
    ],
    [
      'leader of building 5, living in building 4',
      anAccount({ roles: [aGrant('microGridLeader', places.building5)] }),
      'neighbour',
    ],
    [
      'property manager, living there',
      anAccount({ roles: [aGrant('propertyManager', places.estate)] }),
      'neighbour',
    ],
    [
      'someone confirmed elsewhere only',
      anAccount({ memberships: [aMembership({ areaPath: places.building41 })] }),
      'newcomer',
    ],
    [
      'unconfirmed volunteer: still a volunteer',
      { ...newcomer, roles: [aGrant('volunteer', places.community)] },
      'volunteer',
    ],
  ])('%s', (_who, actor, expected) => {
    expect(titleIn(actor, places.building4)).toBe(expected)
  })
})

describe('building group: what a message may hold', () => {
  it.each([
    ['words', { kind: 'text', text: ' 大家好 ' }, true],
    ['a thousand signs', { kind: 'text', text: '水'.repeat(1000) }, true],
    ['one more', { kind: 'text', text: '水'.repeat(1001) }, false],
    ['only spaces', { kind: 'text', text: '  \n ' }, false],
    ['a picture', { kind: 'image', fileId: 'cloud://demo/a.jpg' }, true],
    ['a picture from the web', { kind: 'image', fileId: 'https://example.com/a.jpg' }, false],
    ['words called a picture', { kind: 'image', text: '大家好' }, false],
    ['a kind that is none', { kind: 'html', text: '<b>' }, false],
  ])('%s', (_what, body, expected) => {
    expect(messageBodySchema.safeParse(body).success).toBe(expected)
  })

  it('one read mark for each person and group', () => {
    const marks = ['resident-li', 'resident-sun'].flatMap((userId) =>
      [places.building4, places.building41].map((group) => readMarkId(userId, group)),
    )
    expect(new Set(marks).size).toBe(4)
  })
})
