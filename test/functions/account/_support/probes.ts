import { places } from '../../../support/factories/places'
import { grids } from '../../../support/neighbours'
import type { TestCloud } from '../../../support/test-cloud'
import { probesOfMatters } from './probes-matters'
import { doors, type Caller, type Person, type Town } from './town'

/** The order that everyone tries to read: of the owner of 301, in grid two of building 4. */
export const seededOrder = { id: 'order-of-history', ownerId: 'owner-of-301', door: doors[3] } as const

const areas = [grids.one, grids.two, places.building4, places.building5, places.estate] as const
const pick = <T>(items: readonly T[], n: number): T => items[n % items.length] as T
const isIn = (door: (typeof doors)[number], area: string): boolean =>
  door.building.startsWith(area) || door.grid === area

type Probe = (test: TestCloud, town: Town, caller: Caller & { person: Person }, n: number) => Promise<void>

const chat: Probe = async (test, town, { openid, person }, n) => {
  const groupPath = pick([places.building4, places.building5], n)
  const may = town.livesInBuilding(person, groupPath) || town.keepsPartOf(person, groupPath)
  expect(await test.as(openid).code('chat.history', { groupPath })).toBe(may ? 'ok' : 'Forbidden')
}

/** The group of a building or a micro-grid, or one of those who work for a community. */
const groups: Probe = async (test, town, { openid, person }) => {
  const { items } = await test.as(openid).call('chat.groups', {})
  for (const { groupPath } of items) {
    const isCircle = groupPath.includes(':')
    const ofPlace = doors.some(
      (door) =>
        isIn(door, groupPath) &&
        (person.homes.some((home) => home.door === door && town.isOpen(home)) ||
          town.keepsDoor(person, door)),
    )
    const may = isCircle ? town.keepsSomething(person) : ofPlace
    expect([groupPath, may]).toEqual([groupPath, true])
    if (groupPath.startsWith('staff:')) expect(town.isStaff(person)).toBe(true)
  }
}

const notices: Probe = async (test, town, { openid, person }) => {
  const { items } = await test.as(openid).call('notice.list', {})
  const seen = [places.building4, places.building5].filter((area) =>
    items.some(({ areas }) => areas.some(({ areaPath }) => areaPath === area)),
  )
  const lives = [places.building4, places.building5].filter((area) => town.livesInBuilding(person, area))
  const may = [places.building4, places.building5].filter(
    (area) => lives.includes(area) || town.keepsPartOf(person, area) || town.isStreet(person),
  )
  expect(may).toEqual(expect.arrayContaining(seen))
  expect(seen).toEqual(expect.arrayContaining(lives))
}

const pending: Probe = async (test, town, { openid, person }) => {
  const as = test.as(openid)
  if (!town.keepsSomething(person)) return expect(await as.code('membership.pending', {})).toBe('Forbidden')
  const { items } = await as.call('membership.pending', {})
  const named = items.filter(({ roomNumber }) => roomNumber !== '')
  const wanted = town.people.flatMap(({ id, homes }) =>
    homes
      .filter(
        (home) => home.standing === 'unconfirmed' && town.isHere(home) && town.keepsDoor(person, home.door),
      )
      .map(({ door }) => `${id} ${door.building}${door.room}`),
  )
  expect(
    named.map(({ userId, areaPath, roomNumber }) => `${userId} ${areaPath}${roomNumber}`).sort(),
  ).toEqual(wanted.sort())
}

const list: Probe = async (test, town, { openid, person }, n) => {
  const areaPath = pick(areas, n)
  const as = test.as(openid)
  const may = town.keeps(person, areaPath)
  if (!may) return expect(await as.code('resident.list', { areaPath })).toBe('Forbidden')
  const { items } = await as.call('resident.list', { areaPath, limit: 50 })
  const wanted = town.people.flatMap(({ id, homes }) =>
    homes
      .filter((home) => town.isHere(home) && isIn(home.door, areaPath))
      .map(({ door }) => `${id} ${door.building}${door.room}`),
  )
  expect(
    items.map(({ userId, areaPath: path, roomNumber }) => `${userId} ${path}${roomNumber}`).sort(),
  ).toEqual(wanted.sort())
}

const card: Probe = async (test, town, { openid, person }, n) => {
  const whom = pick(town.people, n)
  const may = town.mayOpen(person, whom)
  expect(await test.as(openid).code('resident.get', { userId: whom.id })).toBe(may ? 'ok' : 'Forbidden')
}

const household: Probe = async (test, town, { openid, person }) => {
  const { homes } = await test.as(openid).call('membership.household', {})
  const wanted = person.homes.filter(town.isHere).map(({ door, standing }) => ({
    door: `${door.building}${door.room}`,
    members: (standing === 'confirmed' ? town.people.filter((one) => town.homeOf(one, door)) : [person])
      .map(({ id }) => id)
      .sort(),
  }))
  const seen = homes.map(({ areaPath, roomNumber, members }) => ({
    door: `${areaPath}${roomNumber}`,
    members: members.map(({ userId }) => userId).sort(),
  }))
  const byDoor = (a: { door: string }, b: { door: string }) => a.door.localeCompare(b.door)
  expect(seen.sort(byDoor)).toEqual(wanted.sort(byDoor))
}

const order: Probe = async (test, town, { openid, person }) => {
  const isTheirs = person.id === town.orderOwnerId
  const actsForThem = town.people.some(
    ({ helpers, id }) => id === town.orderOwnerId && helpers.includes(person.id),
  )
  const may = isTheirs || actsForThem || town.keepsDoor(person, seededOrder.door) || town.isStreet(person)
  const code = await test.as(openid).code('order.get', { orderId: seededOrder.id })
  expect(code === 'ok').toBe(may)
}

const wish: Probe = async (test, town, { openid, person }, n) => {
  const homePath = pick([places.building4, places.building5], n)
  const may = town.livesInBuilding(person, homePath) || town.keepsPartOf(person, homePath)
  const input = { homePath, serviceId: 'repair', text: '水龙头漏水' }
  expect(await test.as(openid).code('order.preview', input)).toBe(may ? 'ok' : 'Forbidden')
}

const charges: Probe = async (test, town, { openid, person }) => {
  const { items } = await test.as(openid).call('resident.charges', {})
  const wanted = town.people.filter(
    ({ helpers, homes }) => helpers.includes(person.id) && homes.some(town.isHere),
  )
  expect([...new Set(items.map(({ userId }) => userId))].sort()).toEqual(wanted.map(({ id }) => id).sort())
}

const probes: Probe[] = [
  ...[chat, groups, notices, pending, list, card, household, order, wish, charges],
  ...probesOfMatters,
]

/** Somebody, anybody, looks at something: they must see what their standing allows, no more and no less. */
export async function look(
  test: TestCloud,
  town: Town,
  dice: { probe: number; who: number; n: number },
): Promise<void> {
  const caller = pick(town.callers(), dice.who)
  const probe = pick(probes, dice.probe)
  if (caller.person === null) {
    expect(await test.as(caller.openid).code('chat.history', { groupPath: places.building4 })).toBe(
      'NotSignedIn',
    )
    return
  }
  await probe(test, town, { openid: caller.openid, person: caller.person }, dice.n)
}
