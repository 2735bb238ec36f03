import { codesPerDay } from '@/domain/invitation/policy'
import { anInvitation } from '../../support/factories/invitation'
import { places } from '../../support/factories/places'
import {
  cast,
  everyoneCast,
  grids,
  householdIdIn,
  useNeighbours,
  type CastName,
} from '../../support/neighbours'
import { invitationsOf, typed, wanted } from './invitation-cast'

const test = useNeighbours()
const { make } = invitationsOf(test)

/** Who may make (and take out of use) which code; nobody else may. */
const may: Record<keyof typeof wanted, readonly CastName[]> = {
  building: ['buildingLeader', 'staff', 'secondStaff'],
  grid: ['buildingLeader', 'gridLeader', 'staff', 'secondStaff'],
  household: ['buildingLeader', 'gridLeader', 'staff', 'secondStaff', 'themself', 'housemate'],
  person: ['buildingLeader', 'gridLeader', 'staff', 'secondStaff'],
  volunteer: ['staff', 'secondStaff'],
  staff: ['staff', 'secondStaff', 'street'],
  streetOffice: ['street'],
}
const kinds = Object.keys(wanted) as (keyof typeof wanted)[]
const refusalOf = (who: CastName): string => (who === 'newcomer' ? 'NotSignedIn' : 'Forbidden')

describe.each(everyoneCast)('%s', (who) => {
  it('makes codes only where they are theirs to', async () => {
    for (const kind of kinds) {
      const expected = may[kind].includes(who) ? 'ok' : refusalOf(who)
      expect([kind, await test.as(cast[who]).code('invitation.create', wanted[kind])]).toEqual([
        kind,
        expected,
      ])
    }
  })

  it('takes a code out of use only where they could have made it', async () => {
    for (const kind of kinds) {
      const code = await make(wanted[kind], may[kind][0])
      const expected = may[kind].includes(who) ? 'ok' : refusalOf(who)
      expect([kind, await test.as(cast[who]).code('invitation.revoke', { code })]).toEqual([kind, expected])
    }
  })

  it('looks at any code, and is counted', async () => {
    const code = await make()
    expect(await test.as(cast[who]).code('invitation.look', { code })).toBe('ok')
    expect(await test.as(cast[who]).code('invitation.note', { code, what: 'scan' })).toBe('ok')
  })
})

it('lists: the codes of what one looks after, and of one’s own household; nothing else', async () => {
  const [building, grid, otherGrid] = [
    await make(),
    await make(wanted.grid),
    await make({ areaPath: grids.two }),
  ]
  const household = await make(wanted.household, 'themself')
  const volunteer = await make(wanted.volunteer, 'staff')
  const seen = async (who: CastName, areaPath: string | null): Promise<string[]> =>
    (await test.as(cast[who]).call('invitation.list', { areaPath })).items.map(({ _id }) => _id).sort()
  const sorted = (...codes: string[]): string[] => codes.sort()
  expect(await seen('staff', places.community)).toEqual(
    sorted(building, grid, otherGrid, household, volunteer),
  )
  expect(await seen('street', places.street)).toEqual([])
  expect(await seen('buildingLeader', places.building4)).toEqual(sorted(building, grid, otherGrid, household))
  expect(await seen('gridLeader', grids.one)).toEqual(sorted(grid, household))
  expect(await seen('otherGridLeader', grids.two)).toEqual([otherGrid])
  expect(await seen('themself', null)).toEqual([household])
  expect(await seen('housemate', null)).toEqual([])
  expect(await seen('otherBuildingLeader', places.building5)).toEqual([])
  const others: CastName[] = [
    'unconfirmed',
    'removed',
    'volunteer',
    'themself',
    'otherBuildingLeader',
    'otherStaff',
  ]
  for (const who of others) {
    const list = test.as(cast[who]).code('invitation.list', { areaPath: places.building4 })
    expect(`${who}: ${await list}`).toBe(`${who}: Forbidden`)
  }
})

it('codes that can be used come first, page by page; what is over is listed apart, and no dead one as valid', async () => {
  const codes = [await make(), await make(), await make()]
  const list = { areaPath: places.building4, limit: 2 }
  const staff = test.as(cast.staff)
  const first = await staff.call('invitation.list', list)
  const { items, nextCursor } = await staff.call('invitation.list', { ...list, cursor: first.nextCursor })
  expect(nextCursor).toBeNull()
  expect([...first.items, ...items].map(({ _id }) => _id).sort()).toEqual([...codes].sort())
  const [revoked = '', usedUp = '', retired = ''] = codes
  await staff.call('invitation.revoke', { code: revoked })
  await test.cloud.database.update('invitations', { _id: usedUp }, { $set: { maxUses: 1 } })
  await test.as(cast.newcomer).call('invitation.join', { ...typed, code: usedUp })
  const closed = await staff.call('invitation.list', { ...list, view: 'closed' })
  expect(closed.items.map(({ _id, state }) => [_id, state]).sort()).toEqual(
    [
      [revoked, 'revoked'],
      [usedUp, 'usedUp'],
    ].sort(),
  )
  await test.cloud.database.update('areas', { _id: places.building4 }, { $set: { retiredAt: 1 } })
  expect((await staff.call('invitation.list', list)).items).toMatchObject([
    { _id: retired, state: 'revoked' },
  ])
})

it('the street: finds the codes by which it looks for people, and no others', async () => {
  await make()
  const code = await make(wanted.staff, 'street')
  const list = { areaPath: places.street, kind: 'role' } as const
  expect((await test.as(cast.street).call('invitation.list', list)).items).toMatchObject([{ _id: code }])
})

it('a household makes some codes a day, and no more; asking again for one it has is none', async () => {
  const requestId = 'the-first-code-of-today'
  const first = await test.as(cast.themself).call('invitation.create', wanted.household, requestId)
  const more = Array.from({ length: codesPerDay.neighbour - 1 }, (_, n) =>
    anInvitation({ _id: `of-today-${n}`, createdBy: 'person-lin', createdAt: first.invitation.createdAt }),
  )
  await test.cloud.database.insert('invitations', more)
  const again = await test.as(cast.themself).call('invitation.create', wanted.household, requestId)
  expect(again).toEqual(first)
  expect(await test.as(cast.themself).code('invitation.create', wanted.household)).toBe('LimitReached')
})

it('nobody learns from a refusal whether a flat or a person is there', async () => {
  const householdId = householdIdIn(places.building4, '9999')
  const target = { kind: 'household', householdId } as const
  const person = { kind: 'person', userId: 'nobody-at-all' } as const
  for (const one of [target, person]) {
    const input = { areaPath: places.building4, target: one }
    expect(await test.as(cast.neighbour).code('invitation.create', input)).toBe('Forbidden')
    expect(await test.as(cast.buildingLeader).code('invitation.create', input)).toBe('NotFound')
  }
})

it('a code to a whole estate, or to a place that is not there, is not made', async () => {
  for (const areaPath of [places.estate, places.community, `${places.building4}u9/`]) {
    expect(await test.as(cast.staff).code('invitation.create', { areaPath })).toBe('NotFound')
  }
})

it('someone with a phone of their own is not handed over', async () => {
  const target = { kind: 'person', userId: 'person-lin' } as const
  const input = { areaPath: places.building4, target }
  expect(await test.as(cast.staff).code('invitation.create', input)).toBe('NotFound')
})

it('a code can be used as often as is usual for its kind, and never more than fits it', async () => {
  const usesOf = async (input: object, by: CastName = 'staff'): Promise<number> =>
    (await test.as(cast[by]).call('invitation.create', { areaPath: places.building4, ...input })).invitation
      .maxUses
  expect(await usesOf({})).toBe(200)
  expect(await usesOf({ maxUses: 20 })).toBe(20)
  expect(await usesOf(wanted.household)).toBe(5)
  expect(await usesOf({ ...wanted.household, maxUses: 500 })).toBe(12)
  expect(await usesOf({ ...wanted.person, maxUses: 20 })).toBe(1)
})

it('the same request again is the same code; for another target it is refused', async () => {
  const requestId = 'one-request-for-a-code'
  const as = test.as(cast.buildingLeader)
  const first = await as.call('invitation.create', wanted.building, requestId)
  expect(await as.call('invitation.create', wanted.building, requestId)).toEqual(first)
  expect(await as.code('invitation.create', wanted.household, requestId)).toBe('Conflict')
})

it('which flat or person a code is for is sealed at rest, and shown to its makers alone', async () => {
  const code = await make(wanted.household)
  const stored = await test.cloud.database.get('invitations', code)
  expect(JSON.stringify(stored)).not.toContain('1502')
  const { items } = await test.as(cast.gridLeader).call('invitation.list', wanted.grid)
  expect(items).toMatchObject([{ targetName: '1502' }])
})
