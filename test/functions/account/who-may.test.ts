import type { ActionName, CallInput } from '@/domain/contracts'
import { days } from '@/domain/shared/time'
import { places } from '../../support/factories/places'
import { cast, everyoneCast, grids, useNeighbours, type CastName } from '../../support/neighbours'
import { workingMorning } from '../../support/test-cloud'

const test = useNeighbours()

/** Who may; everyone else of the cast is forbidden, and the newcomer is not even signed in. */
interface Row<N extends ActionName> {
  action: N
  input: CallInput<N>
  may: readonly CastName[]
  /** What those who may are answered, where it is not "ok". */
  otherwise?: Partial<Record<CastName, string>>
}

const row = <N extends ActionName>(
  action: N,
  input: CallInput<N>,
  may: readonly CastName[],
  otherwise: Row<N>['otherwise'] = {},
): [string, Row<ActionName>] => [
  `${action} ${JSON.stringify(input).slice(0, 80)}`,
  { action, input, may, otherwise } as unknown as Row<ActionName>,
]

const allWithAccount = everyoneCast.filter((name) => name !== 'newcomer')
/** Who looks after Lin's flat, and nobody else. */
const caretakersOfLin = ['gridLeader', 'buildingLeader', 'staff', 'secondStaff'] as const
const lin = { userId: 'person-lin', areaPath: places.building4, roomNumber: '1502' }
const wu = { userId: 'unconfirmed-wu', areaPath: places.building4, roomNumber: '1402' }
const consent = { how: 'inPerson', note: '' } as const
const entry = {
  userId: null,
  nickname: '林爸爸',
  realName: '林大山',
  phone: null,
  areaPath: places.building4,
  roomNumber: '1502',
  relation: 'family',
} as const

const rows: [string, Row<ActionName>][] = [
  row('membership.pending', {}, [
    'gridLeader',
    'otherGridLeader',
    'buildingLeader',
    'otherBuildingLeader',
    'staff',
    'secondStaff',
    'otherStaff',
    'street',
  ]),
  row('membership.decide', { ...wu, standing: 'confirmed' }, caretakersOfLin),
  row('membership.decide', { ...wu, standing: 'declined', reason: '没有这个人' }, caretakersOfLin),
  row('membership.decide', { ...lin, standing: 'confirmed' }, [...caretakersOfLin, 'housemate']),
  row('membership.household', {}, allWithAccount),
  row('membership.places', { areaPath: places.building4 }, [
    'themself',
    'housemate',
    'neighbour',
    'unconfirmed',
    'volunteer',
  ]),
  row(
    'membership.leave',
    { areaPath: places.building4, roomNumber: '1502' },
    allWithAccount,
    Object.fromEntries(
      allWithAccount
        .filter((name) => name !== 'themself' && name !== 'housemate')
        .map((name) => [name, 'NotFound']),
    ),
  ),
  row('membership.remove', { ...lin, reason: '已经搬走' }, caretakersOfLin),
  row('membership.setLease', { ...lin, until: workingMorning + days(30) }, [...caretakersOfLin, 'themself']),
  row('membership.merge', { keepId: 'mother-lin', dropId: 'person-lin', reason: '同一个人' }, [
    'staff',
    'secondStaff',
  ]),
  row('resident.list', { areaPath: grids.one }, caretakersOfLin),
  row('resident.list', { areaPath: places.building4 }, ['buildingLeader', 'staff', 'secondStaff']),
  row('resident.list', { areaPath: places.community }, ['staff', 'secondStaff']),
  row('resident.find', { areaPath: grids.one, by: { kind: 'name', name: '林国强' } }, [
    ...caretakersOfLin,
    'street',
  ]),
  row('resident.find', { areaPath: places.building4, by: { kind: 'flat', roomNumber: '1502' } }, [
    'buildingLeader',
    'staff',
    'secondStaff',
  ]),
  row('resident.get', { userId: 'person-lin' }, caretakersOfLin),
  row('resident.get', { userId: 'mother-lin' }, [...caretakersOfLin, 'housemate', 'themself']),
  row('resident.put', entry, [...caretakersOfLin, 'housemate', 'themself']),
  row('resident.put', { ...entry, userId: 'mother-lin' }, [...caretakersOfLin, 'housemate', 'themself']),
  row('resident.put', { ...entry, userId: 'person-lin' }, []),
  row(
    'resident.nameProxy',
    { userId: 'mother-lin', proxyId: 'neighbour-sun', relation: 'neighbour', consent },
    [...caretakersOfLin, 'housemate', 'themself'],
  ),
  row(
    'resident.nameProxy',
    { userId: 'person-lin', proxyId: 'neighbour-sun', relation: 'neighbour', consent },
    [...caretakersOfLin, 'themself'],
  ),
  row('resident.endProxy', { userId: 'mother-lin', proxyId: 'person-lin' }, [
    ...caretakersOfLin,
    'housemate',
    'themself',
  ]),
  row('resident.charges', {}, allWithAccount),
]

it.each(rows)(
  '%s: each of the cast is let in or turned away as they should be',
  async (_name, { action, input, may, otherwise }) => {
    const answers: Record<string, string> = {}
    const wanted: Record<string, string> = {}
    for (const name of everyoneCast) {
      await test.reset()
      await test.settle()
      answers[name] = await test.as(cast[name]).code(action, input as never)
      wanted[name] =
        name === 'newcomer' ? 'NotSignedIn' : may.includes(name) ? (otherwise?.[name] ?? 'ok') : 'Forbidden'
    }
    expect(answers).toEqual(wanted)
  },
)

it('move: everyone moves only themself, out of a home that is theirs', async () => {
  const input = {
    from: { areaPath: places.building4, roomNumber: '1502' },
    to: { areaPath: places.building5, roomNumber: '301', relation: 'family' },
  } as const
  const codes = await Promise.all(
    everyoneCast.map(
      async (name) => [name, await test.as(cast[name]).code('membership.move', input)] as const,
    ),
  )
  expect(Object.fromEntries(codes.filter(([, code]) => code === 'ok'))).toEqual({
    themself: 'ok',
    housemate: 'ok',
  })
  expect(new Set(codes.filter(([, code]) => code !== 'ok').map(([, code]) => code))).toEqual(
    new Set(['NotFound', 'NotSignedIn']),
  )
})

it('stranger: can’t tell from the answer who lives where', async () => {
  const guess = { userId: 'person-lin', areaPath: places.building4, roomNumber: '999' }
  for (const name of ['neighbour', 'unconfirmed', 'otherGridLeader', 'otherStaff', 'removed'] as const) {
    const as = test.as(cast[name])
    expect(await as.code('membership.decide', { ...guess, standing: 'confirmed' })).toBe('Forbidden')
    expect(await as.code('membership.remove', { ...guess, reason: '猜一猜' })).toBe('Forbidden')
    expect(await as.code('membership.setLease', { ...guess, until: null })).toBe('Forbidden')
  }
  expect(await test.as(cast.staff).code('membership.remove', { ...guess, reason: '已经搬走' })).toBe(
    'NotFound',
  )
})
