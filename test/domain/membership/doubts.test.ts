import { days } from '@/domain/shared/time'
import { doubtsOf, turnedAwayAt, type DoubtContext } from '@/domain/membership/doubts'
import { anAccount, aMembership } from '../../support/factories/account'
import { places, startOfTests } from '../../support/factories/places'

const householdId = 'household-1502'
const home = { areaPath: places.building4, householdId, relation: 'owner' } as const
const listed = { _id: householdId, isUnlisted: false }
const nothing: DoubtContext = {
  household: listed,
  others: [],
  register: [],
  realName: '林国强',
  nickname: '小林',
  former: [],
}
const inFlat = (overrides: Parameters<typeof aMembership>[0] = {}) =>
  aMembership({ householdId, relation: 'family', ...overrides })

it('nothing to look at twice: a flat on the list, nobody else, the name that the register has', () => {
  const register = [{ name: '林 国强', relation: 'owner' }] as const
  expect(doubtsOf(home, { ...nothing, register: [...register] })).toEqual({
    doubts: [],
    alikeIds: [],
    isHeld: false,
  })
})

it.each([
  ['a flat that the list lacks', home, { household: null }, ['unknownFlat']],
  ['a flat that somebody else added', home, { household: { ...listed, isUnlisted: true } }, ['unknownFlat']],
  [
    'a second owner',
    home,
    { others: [anAccount({ nickname: '另一位', memberships: [inFlat({ relation: 'owner' })] })] },
    ['secondOwner'],
  ],
  [
    'an owner who has moved out',
    home,
    {
      others: [
        anAccount({ nickname: '另一位', memberships: [inFlat({ relation: 'owner', standing: 'left' })] }),
      ],
    },
    [],
  ],
  [
    'an owner of another flat',
    home,
    {
      others: [
        anAccount({
          nickname: '另一位',
          memberships: [inFlat({ relation: 'owner', householdId: 'household-1501' })],
        }),
      ],
    },
    [],
  ],
  [
    'a tenant beside an owner',
    { ...home, relation: 'tenant' as const },
    { others: [anAccount({ nickname: '另一位', memberships: [inFlat({ relation: 'owner' })] })] },
    [],
  ],
  [
    'someone of the same real name elsewhere',
    home,
    { others: [anAccount({ realName: '林国 强', memberships: [] })] },
    ['samePerson'],
  ],
  [
    'the same nickname in the flat',
    home,
    { others: [anAccount({ nickname: '小林', memberships: [inFlat()] })] },
    ['samePerson'],
  ],
  ['the same nickname elsewhere', home, { others: [anAccount({ nickname: '小林', memberships: [] })] }, []],
  [
    'another owner on the register',
    home,
    { register: [{ name: '王五', relation: 'owner' as const }] },
    ['nameMismatch'],
  ],
  [
    'a tenant of whom the register says nothing',
    { ...home, relation: 'tenant' as const },
    { register: [{ name: '王五', relation: 'owner' as const }] },
    [],
  ],
  [
    'someone who has not told a name',
    home,
    { realName: null, register: [{ name: '王五', relation: 'owner' as const }] },
    [],
  ],
])('%s', (_name, ofHome, context, doubts) => {
  expect(doubtsOf(ofHome, { ...nothing, ...context }).doubts).toEqual(doubts)
})

describe('who was turned away before', () => {
  const gone = (standing: 'removed' | 'declined' | 'left', endedAt: number) =>
    aMembership({ standing, endedAt, decidedAt: startOfTests })
  const later = startOfTests + days(1)

  it.each([
    ['removed: the building stays shut', [gone('removed', later)], ['turnedAway'], true],
    ['declined, by mistake perhaps: a doubt', [gone('declined', later)], ['turnedAway'], false],
    ['left by themselves: nothing', [gone('left', later)], [], false],
    ['removed elsewhere: nothing', [{ ...gone('removed', later), areaPath: places.building5 }], [], false],
    [
      'removed, came back and left unasked: still shut',
      [gone('removed', later), aMembership({ standing: 'left', decidedAt: null, endedAt: later + 1 })],
      ['turnedAway'],
      true,
    ],
    [
      'removed, then vouched for again, then left: nothing',
      [gone('removed', later), aMembership({ standing: 'left', decidedAt: later + 1, endedAt: later + 2 })],
      [],
      false,
    ],
  ])('%s', (_name, former, doubts, isHeld) => {
    expect(doubtsOf(home, { ...nothing, former })).toMatchObject({ doubts, isHeld })
    expect(turnedAwayAt(former, home.areaPath)).toBe(doubts.length > 0 ? later : null)
  })
})
