import fc from '../../support/fast-check'
import { indexFieldsOf } from '@/domain/account/index-fields'
import { livesIn } from '@/domain/account/policy'
import { myAccountSchema, standingSchema, toPersonCard } from '@/domain/account/schema'
import { aGrant, aMembership, anAccount } from '../../support/factories/account'
import { places } from '../../support/factories/places'

const homes = (...memberships: Parameters<typeof aMembership>[0][]) => ({
  memberships: memberships.map(aMembership),
  roles: [],
  careNeeds: [],
})

describe('index fields', () => {
  it('a home is found under every area that holds it', () => {
    expect(indexFieldsOf(homes({ areaPath: places.building4 })).homeAt).toEqual([
      places.street,
      places.community,
      places.estate,
      places.building4,
    ])
  })

  it('two homes of one estate: each area once', () => {
    const { homeAt } = indexFieldsOf(homes({ areaPath: places.building4 }, { areaPath: places.building5 }))
    expect(homeAt).toEqual([
      places.street,
      places.community,
      places.estate,
      places.building4,
      places.building5,
    ])
  })

  it.each([
    ['confirmed', 4, 0],
    ['unconfirmed', 4, 4],
    ['declined', 0, 0],
  ] as const)('%s: under %d areas of residents, %d of the waiting', (standing, home, pending) => {
    const fields = indexFieldsOf(homes({ standing }))
    expect([fields.homeAt.length, fields.pendingAt.length]).toEqual([home, pending])
  })

  it('waits only where it is not decided', () => {
    const account = homes({ areaPath: places.building4 }, { areaPath: places.unit, standing: 'unconfirmed' })
    expect(indexFieldsOf(account).pendingAt).toContain(places.unit)
    expect(indexFieldsOf(account).pendingAt).toContain(places.building4)
    const elsewhere = homes({}, { areaPath: places.buildingElsewhere, standing: 'unconfirmed' })
    expect(indexFieldsOf(elsewhere).pendingAt).not.toContain(places.building4)
  })

  it('a role is found by the very area it is held for, not by what holds it', () => {
    const roles = [aGrant('volunteer', places.community), aGrant('microGridLeader', places.building4)]
    expect(indexFieldsOf({ memberships: [], roles, careNeeds: [] }).roleKeys).toEqual([
      'volunteer@heping/c1/',
      'microGridLeader@heping/c1/e1/b4/',
    ])
  })

  it('homeAt answers what livesIn says, for any homes and any place', () => {
    const place = fc.constantFrom(...Object.values(places))
    const home = fc.record({ areaPath: place, standing: fc.constantFrom(...standingSchema.options) })
    fc.assert(
      fc.property(fc.array(home, { maxLength: 4 }), place, (list, asked) => {
        const account = anAccount({ memberships: list.map(aMembership) })
        expect(account.homeAt.includes(asked)).toBe(livesIn(account, asked))
      }),
    )
  })
})

describe('account: what others may know', () => {
  it('a card has the id and the nickname, and nothing else', () => {
    expect(toPersonCard(anAccount())).toEqual({ userId: 'resident-li', nickname: '李阿姨' })
  })

  it('my own account comes without the openid and what only indexes need', () => {
    const mine = myAccountSchema.parse(anAccount())
    expect(Object.keys(mine).sort()).toEqual(
      [
        '_id',
        'avatarFileId',
        'careNeeds',
        'chargeIds',
        'consents',
        'createdAt',
        'guardianId',
        'memberships',
        'nickname',
        'phone',
        'privacy',
        'proxies',
        'realName',
        'roles',
        'shares',
        'skills',
        'volunteer',
      ].sort(),
    )
    expect(JSON.stringify(mine)).not.toContain('openid')
  })
})
