import { rankVolunteers, suggestionSchema } from '@/domain/order/rank'
import type { Account } from '@/domain/account/schema'
import type { Order } from '@/domain/order/schema'
import { aMembership, aVolunteer } from '../../support/factories/account'
import { anActivity, anOrder } from '../../support/factories/order'
import { places } from '../../support/factories/places'

/** A volunteer with nothing that speaks for or against them, but being free. */
const someone = (overrides: Partial<Account> = {}): Account =>
  aVolunteer({ memberships: [], skills: [], ...overrides })
const livingAt = (areaPath: string, standing: 'confirmed' | 'declined' = 'confirmed') => ({
  memberships: [aMembership({ areaPath, standing })],
})
const gaveBack = (event: 'decline' | 'release'): Partial<Order> => ({
  activity: [anActivity(), anActivity({ event, by: 'volunteer-wang' })],
})

const rank = (volunteers: Account[], open: [string, number][] = [], order: Partial<Order> = {}) =>
  rankVolunteers(anOrder(order), volunteers, new Map(open))
const reasonsFor = (volunteer: Partial<Account>, openCount = 0, order: Partial<Order> = {}) =>
  rank([someone(volunteer)], [['volunteer-wang', openCount]], order)[0]?.reasons

describe('suggestions: the reasons', () => {
  it.each([
    ['free, and nothing else', {}, ['free']],
    ['has the skill', { skills: ['repair'] }, ['skilled', 'free']],
    ['has another skill', { skills: ['visit'] }, ['free']],
    ['lives in the building', livingAt(places.building4), ['sameBuilding', 'free']],
    ['lives in a stairwell of it', livingAt(places.unit), ['sameBuilding', 'free']],
    ['lives in the estate', livingAt(places.building5), ['sameEstate', 'free']],
    ['lives in building 41', livingAt(places.building41), ['sameEstate', 'free']],
    ['lives in another estate', livingAt(`${places.otherEstate}b4/`), ['free']],
    ['lives in building 4 elsewhere', livingAt(places.buildingElsewhere), ['free']],
    ['does not live there after all', livingAt(places.building4, 'declined'), ['free']],
  ] as [string, Partial<Account>, string[]][])('%s', (_what, volunteer, expected) => {
    expect(reasonsFor(volunteer)).toEqual(expected)
  })

  it.each([
    [0, ['free']],
    [1, []],
    [2, []],
    [3, ['busy']],
    [9, ['busy']],
  ])('with %d open orders', (openCount, expected) => {
    expect(reasonsFor({}, openCount)).toEqual(expected)
  })

  it.each(['decline', 'release'] as const)('has given this one back: %s', (event) => {
    expect(reasonsFor({}, 0, gaveBack(event))).toEqual(['free', 'declinedBefore'])
  })

  it('another has given it back: says nothing of this one', () => {
    const activity = [anActivity({ event: 'decline', by: 'volunteer-zhao' })]
    expect(reasonsFor({}, 0, { activity })).toEqual(['free'])
  })

  it('two who are in estates, but in no building: are not of one building', () => {
    const order = { areaPath: places.estate }
    expect(reasonsFor(livingAt(places.otherEstate), 0, order)).toEqual(['free'])
  })
})

describe('suggestions: the order', () => {
  const skilled = someone({ _id: 'volunteer-skilled', nickname: 'skilled', skills: ['repair'] })
  const near = someone({ _id: 'volunteer-near', nickname: 'near', ...livingAt(places.building4) })
  const estate = someone({ _id: 'volunteer-estate', nickname: 'estate', ...livingAt(places.building5) })
  const plain = someone({ _id: 'volunteer-plain', nickname: 'plain' })
  const namesOf = (list: { nickname: string }[]) => list.map(({ nickname }) => nickname)

  it('skill before building before estate before nothing', () => {
    expect(namesOf(rank([plain, estate, near, skilled]))).toEqual(['skilled', 'near', 'estate', 'plain'])
  })

  it('someone busy comes after someone free who knows less', () => {
    expect(namesOf(rank([skilled, near], [['volunteer-skilled', 3]]))).toEqual(['near', 'skilled'])
  })

  it('whoever gave it back comes last', () => {
    const activity = [anActivity({ event: 'release', by: 'volunteer-skilled' })]
    expect(namesOf(rank([skilled, plain], [], { activity }))).toEqual(['plain', 'skilled'])
  })

  it('equal ones: fewer open orders first, then by name', () => {
    const other = someone({ _id: 'volunteer-other', nickname: 'other' })
    expect(namesOf(rank([plain, other]))).toEqual(['other', 'plain'])
    const open: [string, number][] = [
      ['volunteer-other', 2],
      ['volunteer-plain', 1],
    ]
    expect(namesOf(rank([other, plain], open))).toEqual(['plain', 'other'])
  })

  it('does not depend on how they came in, and leaves the list as it was', () => {
    const list = [plain, estate, near, skilled]
    expect(rank([...list].reverse())).toEqual(rank(list))
    expect(list).toEqual([plain, estate, near, skilled])
  })
})

describe('suggestions: who, and what is said of them', () => {
  it('the one who ordered is not suggested', () => {
    expect(rank([someone({ _id: 'resident-li' })])).toEqual([])
  })

  it('nobody where there is nobody', () => {
    expect(rank([])).toEqual([])
  })

  it('a card, a score and its reasons: no home, no openid', () => {
    const [suggestion] = rank([aVolunteer()], [['volunteer-wang', 1]])
    expect(suggestionSchema.strict().parse(suggestion)).toEqual({
      userId: 'volunteer-wang',
      nickname: '王师傅',
      score: 54,
      openCount: 1,
      reasons: ['skilled', 'sameEstate'],
    })
  })
})
