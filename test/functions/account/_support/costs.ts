import { places } from '../../../support/factories/places'
import { openPhone } from '../../../support/phone'
import { cast, grids } from '../../../support/neighbours'
import type { TestCloud } from '../../../support/test-cloud'
import { invitationsOf, typed, wanted } from '../invitation-cast'
import { application, proposal, staffProposal } from './appointing'
import { costMaker, type Cost } from './cost'
import { placeCosts } from './place-costs'

/** Every action of joining, each as it is called on a neighbourhood begun anew. */
export function costsOf(test: Pick<TestCloud, 'cloud' | 'as'>): Cost[] {
  const { make } = invitationsOf(test as TestCloud)
  const cost = costMaker(test)
  const [lin, staff, grid] = [cast.themself, cast.staff, cast.gridLeader]
  const building = places.building4
  const home = { areaPath: building, roomNumber: '1502' }
  const reason = '已经搬走'
  const consent = { how: 'inPerson', note: '' } as const
  const helper = { userId: 'mother-lin', proxyId: 'neighbour-sun' }
  const named = { ...helper, relation: 'neighbour', consent } as const
  const entry = { ...typed, areaPath: building, userId: null, realName: '林秀珍', phone: null }
  const joining = async () => ({ ...typed, code: await make(), realName: '林国强', areaPath: building })
  const appointed = async (given = {}) => {
    const { appointment } = await test.as(staff).call('appointment.propose', proposal(given))
    return { appointmentId: appointment._id }
  }
  const applied = async () => {
    const { appointment } = await test.as(lin).call('appointment.apply', application)
    return { appointmentId: appointment._id }
  }
  const phoneCode = async () => ({ code: await phoneCodeOf(test) })
  return [
    cost('account.me', lin, {}),
    cost('account.uploadFolders', lin, {}),
    cost('account.putVolunteer', cast.volunteer, {
      skills: ['gas'],
      cap: 2,
      offUntil: null,
      times: [],
      avoids: [],
    }),
    cost('account.consent', lin, { moments: ['accepted'] }),
    cost('account.correct', lin, { nickname: '小林子' }),
    cost('account.putPhone', lin, phoneCode),
    cost('account.privacy', lin, { version: '1', isAgreed: false }),
    cost('account.accesses', lin, {}),
    cost('account.trail', lin, {}),
    cost('account.farewell', lin, {}),
    cost('account.cancel', cast.neighbour, { isSure: true }),
    cost('invitation.look', cast.newcomer, async () => ({ code: await make() })),
    cost('invitation.note', cast.newcomer, async () => ({ code: await make(), what: 'scan' as const })),
    cost('invitation.join', cast.newcomer, joining),
    cost(
      'invitation.join',
      cast.newcomer,
      async () => ({ ...typed, code: await make(wanted.person) }),
      'takes over',
    ),
    cost('invitation.create', grid, wanted.household),
    cost('invitation.list', staff, { areaPath: places.community }, 'of an area'),
    cost('invitation.list', lin, {}, 'of a household'),
    cost('invitation.revoke', cast.buildingLeader, async () => ({ code: await make() })),
    cost('membership.pending', grid, {}),
    cost('membership.decide', grid, {
      userId: 'unconfirmed-wu',
      areaPath: building,
      roomNumber: '1402',
      standing: 'confirmed',
    }),
    cost('membership.household', lin, {}),
    cost('membership.places', lin, { areaPath: building }),
    cost('membership.leave', lin, home),
    cost('membership.remove', grid, { userId: 'housemate-he', ...home, reason }),
    cost('membership.move', lin, {
      from: home,
      to: { areaPath: places.building5, roomNumber: '301', relation: 'owner' },
    }),
    cost('membership.setLease', grid, { userId: 'unconfirmed-wu', ...home, roomNumber: '1402', until: null }),
    cost('membership.merge', staff, { keepId: 'mother-lin', dropId: 'person-lin', reason }),
    cost('resident.list', grid, { areaPath: grids.one }),
    cost(
      'resident.find',
      staff,
      { areaPath: places.community, by: { kind: 'name', name: '林国强' } },
      'name',
    ),
    cost('resident.find', staff, { areaPath: building, by: { kind: 'flat', roomNumber: '1502' } }, 'flat'),
    cost('resident.get', grid, { userId: 'person-lin' }),
    cost('resident.put', grid, entry, 'new'),
    cost('resident.put', grid, { ...entry, ...home, userId: 'mother-lin', relation: 'family' }, 'corrects'),
    cost('resident.nameProxy', grid, named),
    cost('resident.endProxy', grid, async () => {
      await test.as(grid).call('resident.nameProxy', named)
      return helper
    }),
    cost('resident.charges', lin, {}),
    cost('appointment.apply', lin, application),
    cost('appointment.propose', staff, proposal()),
    cost('appointment.sign', cast.secondStaff, () => appointed(staffProposal)),
    cost('appointment.refuse', staff, async () => ({ ...(await applied()), reason })),
    cost('appointment.duties', staff, () => appointed()),
    cost('appointment.end', staff, async () => ({ ...(await appointed()), reason })),
    cost(
      'appointment.end',
      staff,
      async () => ({ ...(await appointed()), reason, successorId: 'neighbour-sun' }),
      'hands over',
    ),
    cost('appointment.list', staff, { areaPath: places.community }),
    cost('appointment.mine', cast.buildingLeader, {}),
    ...placeCosts(test, cost),
    cost('print.myData', lin, {}),
    cost('print.invitation', cast.buildingLeader, async () => ({
      code: await make(),
      paper: 'slip' as const,
    })),
    // One building: of several the codes are made side by side, and whether their waits meet is luck.
    cost('print.posters', staff, { areaPath: building, each: 'building', paper: 'slip' }),
  ]
}

/** What the button of WeChat hands to somebody's phone. */
async function phoneCodeOf({ cloud }: Pick<TestCloud, 'cloud'>): Promise<string> {
  const { token } = cloud.personas.create({ name: '小林', phone: '13899990000' })
  return (await openPhone({ url: cloud.url, token }).cloud.phoneCode()).code
}
