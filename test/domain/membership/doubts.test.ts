import { doubtsOf, type DoubtContext } from '@/domain/membership/doubts'
import { anAccount, aMembership } from '../../support/factories/account'

const householdId = 'household-1502'
const home = { householdId, relation: 'owner' } as const
const listed = { _id: householdId, isUnlisted: false }
const nothing: DoubtContext = {
  household: listed,
  others: [],
  register: [],
  realName: '林国强',
  nickname: '小林',
}
const inFlat = (overrides: Parameters<typeof aMembership>[0] = {}) =>
  aMembership({ householdId, relation: 'family', ...overrides })

it('nothing to look at twice: a flat on the list, nobody else, the name that the register has', () => {
  const register = [{ name: '林 国强', relation: 'owner' }] as const
  expect(doubtsOf(home, { ...nothing, register: [...register] })).toEqual([])
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
  expect(doubtsOf(ofHome, { ...nothing, ...context })).toEqual(doubts)
})
