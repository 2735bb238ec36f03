import { places } from '../../support/factories/places'
import { cast, everyoneCast, grids, useNeighbours, type CastName } from '../../support/neighbours'
import { noticesIn } from './_support/notices'

const test = useNeighbours()
const street = noticesIn(test)
const both = [places.building4, places.building5]

/** Those who may; all others of the cast are refused, the newcomer as one who is not signed in. */
const codesFor = (allowed: readonly CastName[]): Record<string, string> =>
  Object.fromEntries(
    everyoneCast.map((who) => [
      who,
      who === 'newcomer' ? 'NotSignedIn' : allowed.includes(who) ? 'ok' : 'Forbidden',
    ]),
  )
const codesOf = async (run: (who: CastName) => Promise<string>): Promise<Record<string, string>> => {
  const codes: Record<string, string> = {}
  for (const who of everyoneCast) codes[who] = await run(who)
  return codes
}

const writers: [string, string[], CastName[]][] = [
  ['building 4', both.slice(0, 1), ['buildingLeader', 'staff', 'secondStaff']],
  ['a micro-grid of it', [grids.one], ['gridLeader', 'buildingLeader', 'staff', 'secondStaff']],
  ['buildings 4 and 5', both, ['staff', 'secondStaff']],
  ['the community', [places.community], ['staff', 'secondStaff']],
  ['the street', [places.street], []],
]

describe('who may write', () => {
  it.each(writers)('to %s', async (_what, areaPaths, allowed) => {
    const once = async (who: CastName): Promise<string> => {
      await test.cloud.database.remove('notices', {})
      return street.publishCode(who, { areaPaths })
    }
    expect(await codesOf(once)).toEqual(codesFor(allowed))
    const look = (who: CastName) => street.as(who).code('notice.preview', { areaPaths })
    expect(await codesOf(look)).toEqual(codesFor(allowed))
  })

  it('to a place that there isn’t: nobody', async () => {
    expect(await street.publishCode('staff', { areaPaths: [places.building4, places.building41] })).toBe(
      'NotFound',
    )
    expect(await street.as('staff').code('notice.preview', { areaPaths: ['no/where/'] })).toBe('NotFound')
  })
})

const readers: CastName[] = [
  'unconfirmed',
  'neighbour',
  'housemate',
  'gridLeader',
  'otherGridLeader',
  'buildingLeader',
  'staff',
  'secondStaff',
  'themself',
]
const keepers: CastName[] = ['buildingLeader', 'staff', 'secondStaff']

describe('a notice to building 4', () => {
  let noticeId = ''
  beforeEach(async () => {
    noticeId = (await street.publish('buildingLeader'))._id
  })

  it('is read by those who live there or look after it, or a part of it', async () => {
    // A role for a wider area reads what is under it.
    const allowed = codesFor(readers)
    expect(await codesOf((who) => street.as(who).code('notice.get', { noticeId }))).toEqual(allowed)
    expect(await codesOf((who) => street.as(who).code('notice.read', { noticeId }))).toEqual(allowed)
  })

  it('who has read it is known to those who keep it', async () => {
    expect(await codesOf((who) => street.as(who).code('notice.unread', { noticeId }))).toEqual(
      codesFor(keepers),
    )
    for (const who of readers) {
      const { notice } = await street.as(who).call('notice.get', { noticeId })
      expect([who, notice.reach !== null]).toEqual([who, keepers.includes(who)])
      expect([who, notice.allowedActions.length > 0]).toEqual([who, keepers.includes(who)])
    }
  })

  it('those who keep it remind of it', async () => {
    const remind = async (who: CastName): Promise<string> => {
      await test.cloud.database.update('notices', { _id: noticeId }, { $set: { remindedAt: null } })
      return street.as(who).code('notice.remind', { noticeId })
    }
    expect(await codesOf(remind)).toEqual(codesFor(keepers))
  })

  it('those who keep it take it back', async () => {
    const withdraw = async (who: CastName): Promise<string> => {
      await test.cloud.database.update(
        'notices',
        { _id: noticeId },
        {
          $set: { state: 'published', withdrawn: null },
        },
      )
      return street.as(who).code('notice.withdraw', { noticeId, reason: '写错了' })
    }
    expect(await codesOf(withdraw)).toEqual(codesFor(keepers))
  })

  it('of two buildings: the leader of one reads it, and keeps nothing', async () => {
    await test.cloud.database.remove('notices', {})
    const { _id } = await street.publish('staff', { areaPaths: both })
    expect(await street.as('buildingLeader').code('notice.get', { noticeId: _id })).toBe('ok')
    for (const action of ['notice.unread', 'notice.remind'] as const)
      expect(await street.as('buildingLeader').code(action, { noticeId: _id })).toBe('Forbidden')
    expect(
      await street.as('buildingLeader').code('notice.withdraw', { noticeId: _id, reason: '不要了' }),
    ).toBe('Forbidden')
  })

  it('one that there isn’t', async () => {
    for (const action of ['notice.get', 'notice.read', 'notice.unread', 'notice.remind'] as const)
      expect(await street.as('staff').code(action, { noticeId: 'notice-nowhere' })).toBe('NotFound')
    const visit = { visitId: 'visit-nowhere', note: '' }
    expect(await test.as(cast.staff).code('visit.finish', visit)).toBe('NotFound')
  })
})
