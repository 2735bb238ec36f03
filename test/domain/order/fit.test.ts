import { newVolunteer, type Account, type VolunteerProfile } from '@/domain/account/schema'
import { fitOf, noLoad, type FitReason, type Load } from '@/domain/order/fit'
import type { TimeWindow } from '@/domain/order/parts'
import type { Order } from '@/domain/order/schema'
import { days, hours } from '@/domain/shared/time'
import { aMembership, aVolunteer } from '../../support/factories/account'
import { anActivity, anOrder, anOrderService } from '../../support/factories/order'
import { places, startOfTests } from '../../support/factories/places'

const at = startOfTests
/** Someone with nothing that speaks for or against them, and a service that anyone can do. */
const someone = (overrides: Partial<Account> = {}): Account =>
  aVolunteer({ memberships: [], skills: [], ...overrides })
const plain = anOrderService({ skills: [] })
const fit = (
  helper: Partial<Account> = {},
  load: Partial<Load> = {},
  order: Partial<Order> = {},
  meanMonth?: number,
) => fitOf(anOrder({ service: plain, ...order }), someone(helper), { ...noLoad, ...load }, at, meanMonth)
const livingAt = (areaPath: string, standing: 'confirmed' | 'declined' = 'confirmed') => ({
  memberships: [aMembership({ areaPath, standing })],
})
const profile = (overrides: Partial<VolunteerProfile>): Partial<Account> => ({
  volunteer: { ...newVolunteer, ...overrides },
})
/** Wednesday 2025-01-01, from nine to eleven in Beijing. */
const window: TimeWindow = { from: at + hours(1), to: at + hours(3) }

describe('fit: nothing speaks for or against', () => {
  it('no reasons, no score, and they can come', () => {
    expect(fit()).toEqual({ score: 0, reasons: [], isEligible: true })
  })
})

describe('fit: how near', () => {
  it.each([
    ['in the building', places.building4, places.building4, ['sameBuilding']],
    ['in the stairwell', places.unit, places.unit, ['sameUnit']],
    ['in a stairwell of the building', places.unit, places.building4, ['sameBuilding']],
    ['in the building of a stairwell', places.building4, places.unit, ['sameBuilding']],
    ['in the estate', places.building5, places.building4, ['sameEstate']],
    ['in building 41', places.building41, places.building4, ['sameEstate']],
    ['in another estate', `${places.otherEstate}b4/`, places.building4, []],
    ['in building 4 elsewhere', places.buildingElsewhere, places.building4, []],
    ['in an estate, for the whole community', places.estate, places.community, []],
  ] as [string, string, string, FitReason[]][])('%s', (_what, home, areaPath, expected) => {
    expect(fit(livingAt(home), {}, { areaPath }).reasons).toEqual(expected)
  })

  it('does not live there after all: says nothing', () => {
    expect(fit(livingAt(places.building4, 'declined')).reasons).toEqual([])
  })

  it('nearer is better', () => {
    const scores = [places.unit, places.building4, places.building5, places.otherEstate].map(
      (home) => fit(livingAt(home), {}, { areaPath: places.unit }).score,
    )
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(new Set(scores).size).toBe(4)
  })
})

describe('fit: what speaks for someone', () => {
  it.each([
    [
      'has every skill',
      fit({ skills: ['gas', 'repair'] }, {}, { service: anOrderService({ skills: ['gas'] }) }),
      'skilled',
    ],
    ['is free then', fit({}, {}, { window }), 'freeThen'],
    ['has helped them before', fit({}, { hasHelped: true }), 'helpedBefore'],
    ['did little this month', fit({}, { month: 1 }, {}, 4), 'fewThisMonth'],
  ] as const)('%s', (_what, { reasons, score, isEligible }, reason) => {
    expect({ reasons, isEligible }).toEqual({ reasons: [reason], isEligible: true })
    expect(score).toBeGreaterThan(0)
  })
})

describe('fit: what speaks against someone who can still come', () => {
  const gaveBack = (event: 'decline' | 'release') =>
    fit({}, {}, { activity: [anActivity(), anActivity({ event, by: 'volunteer-wang' })] })

  it.each([
    ['did much this month', fit({}, { month: 9 }, {}, 4), 'manyThisMonth'],
    ['promised that time to another', fit({}, { promised: [window] }, { window }), 'busy'],
    ['declined it', gaveBack('decline'), 'gaveBackBefore'],
    ['gave it back', gaveBack('release'), 'gaveBackBefore'],
    [
      'did not come',
      fit({}, {}, { activity: [anActivity({ event: 'noShow', by: 'resident-li', whom: 'volunteer-wang' })] }),
      'gaveBackBefore',
    ],
  ] as const)('%s', (_what, { reasons, score, isEligible }, reason) => {
    expect({ reasons, isEligible }).toEqual({ reasons: [reason], isEligible: true })
    expect(score).toBeLessThan(0)
  })

  it('each open order counts a little', () => {
    expect([0, 1, 2].map((open) => fit({}, { open }).score)).toEqual([0, -3, -6])
  })

  it('another gave it back: says nothing of this one', () => {
    const activity = [anActivity({ event: 'decline', by: 'volunteer-zhao' })]
    expect(fit({}, {}, { activity }).reasons).toEqual([])
  })

  it('a fair share: neither few nor many', () => {
    expect(fit({}, { month: 2 }, {}, 4).reasons).toEqual([])
    expect(fit({}, { month: 8 }, {}, 4).reasons).toEqual([])
  })
})

describe('fit: what rules someone out', () => {
  it.each([
    ['lacks the skill', fit({}, {}, { service: anOrderService() }), 'lacksSkill'],
    [
      'lacks one of two',
      fit({ skills: ['gas'] }, {}, { service: anOrderService({ skills: ['gas', 'repair'] }) }),
      'lacksSkill',
    ],
    ['not this month', fit(profile({ offUntil: at + 1 })), 'offDuty'],
    ['has as many as they want', fit(profile({ cap: 1 }), { open: 1 }), 'atCap'],
    ['would rather not go to them', fit(profile({ avoids: ['resident-li'] })), 'avoids'],
    [
      'would rather not go to the one helped',
      fit(
        profile({ avoids: ['resident-old-li'] }),
        {},
        {
          beneficiary: {
            kind: 'other',
            name: '老李',
            relation: 'family',
            userId: 'resident-old-li',
            consent: 'present',
          },
        },
      ),
      'avoids',
    ],
  ] as const)('%s', (_what, { reasons, score, isEligible }, reason) => {
    expect({ reasons, isEligible }).toEqual({ reasons: [reason], isEligible: false })
    expect(score).toBeLessThan(0)
  })

  it('is back from today, has one place left: can come', () => {
    expect(fit(profile({ offUntil: at, cap: 2 }), { open: 1 })).toMatchObject({
      reasons: [],
      isEligible: true,
    })
  })

  it('near, skilled and known, but off duty: is out whatever the score', () => {
    const off = {
      ...livingAt(places.building4),
      ...profile({ offUntil: at + days(1) }),
      skills: ['repair' as const],
    }
    expect(fit(off, { hasHelped: true }, { service: anOrderService() }).isEligible).toBe(false)
  })
})

describe('fit: the times they keep free', () => {
  const free = (weekday: number, from: number, to: number, wanted: TimeWindow | null = window) =>
    fit(profile({ times: [{ weekday, from: from * 60, to: to * 60 }] }), {}, { window: wanted }).isEligible

  it.each([
    ['all of it', 3, 8, 12, true],
    ['some of it', 3, 10, 12, true],
    ['until it begins', 3, 6, 9, false],
    ['from its end', 3, 11, 24, false],
    ['another day', 4, 8, 12, false],
  ])('%s', (_what, weekday, from, to, expected) => {
    expect(free(weekday, from, to)).toBe(expected)
  })

  it('no time asked for: any time will do', () => {
    expect(free(4, 8, 12, null)).toBe(true)
  })

  it('over several days: free on one of them is enough', () => {
    const long = { from: window.from, to: window.to + days(2) }
    expect([3, 4, 5, 6].map((weekday) => free(weekday, 8, 12, long))).toEqual([true, true, true, false])
  })

  it('over midnight: the morning after counts as its own day', () => {
    const night = { from: at + hours(15), to: at + hours(18) }
    expect([
      free(3, 22, 23, night),
      free(3, 23, 24, night),
      free(4, 0, 1, night),
      free(4, 2, 3, night),
    ]).toEqual([false, true, true, false])
  })

  it.each([
    [window.from - 2, window.from, ['freeThen']],
    [window.to - 1, window.to + 5, ['busy']],
  ])('a promise from %d to %d', (from, to, expected) => {
    expect(fit({}, { promised: [{ from, to }] }, { window }).reasons).toEqual(expected)
  })
})
