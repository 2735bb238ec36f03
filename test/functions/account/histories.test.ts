import fc from '../../support/fast-check'
import { derivedOf } from '@/domain/account/derived'
import type { Account } from '@/domain/account/schema'
import { days, hours } from '@/domain/shared/time'
import { aGrant } from '../../support/factories/account'
import { anInvitation } from '../../support/factories/invitation'
import { anOrder } from '../../support/factories/order'
import { places } from '../../support/factories/places'
import { aPerson, homeIn, useNeighbours } from '../../support/neighbours'
import { storedPeople } from '../../support/stored-people'
import { workingMorning } from '../../support/test-cloud'
import { testSealing } from '../../support/test-key'
import { play } from './_support/acts'
import { seedMatters } from './_support/matters'
import { look, seededOrder } from './_support/probes'
import type { Dice } from './_support/scene'
import { doors, Town, type Office, type Person } from './_support/town'

/** Time for random histories; each is some dozens of calls of the real functions. */
const budgetMs = Number(process.env.HISTORIES_MS ?? 30_000)

const settlers: Account[] = [
  aPerson({ _id: 'staff-chen', nickname: '陈社工', roles: [aGrant('communityStaff', places.community)] }),
  aPerson({ _id: 'staff-deng', nickname: '邓社工', roles: [aGrant('communityStaff', places.community)] }),
  aPerson({ _id: 'leader-zhou', nickname: '周组长', roles: [aGrant('microGridLeader', places.building4)] }),
  aPerson({ _id: 'street-office', nickname: '街道办', roles: [aGrant('streetOffice', places.street)] }),
  aPerson({ _id: 'owner-of-301', nickname: '楼下小孙', memberships: [homeIn('301')] }),
  aPerson({ _id: 'owner-of-1502', nickname: '小林', memberships: [homeIn('1502', { relation: 'family' })] }),
]
const test = useNeighbours(settlers)
const stored = storedPeople(test)

async function begin(): Promise<Town> {
  await test.reset()
  await test.settle()
  const { database } = test.cloud
  const codes = [places.building4, places.building5].map((areaPath) =>
    anInvitation({
      _id: `code-to-${areaPath.replace(/\//g, '-')}`,
      areaPath,
      createdBy: 'staff-chen',
      maxUses: 1000,
      createdAt: workingMorning,
      expiresAt: workingMorning + days(300),
    }),
  )
  await database.insert('invitations', codes)
  const { id: _id, ownerId: requesterId } = seededOrder
  await database.insert('orders', [
    anOrder({
      _id,
      requesterId,
      gridPath: seededOrder.door.grid,
      createdAt: workingMorning,
      dueAt: workingMorning + days(200),
    }),
  ])
  await seedMatters(test)
  const uncounted = { flats: 0, residents: 0, households: 0, needCare: 0, countedAt: 0 }
  await database.insert('estateCounts', [{ _id: places.estate, ...uncounted }])
  const newcomers = [1, 2, 3, 4].map((n) => `openid-of-newcomer-${n}`)
  return new Town(settlers.map(asPerson), newcomers, seededOrder.ownerId)
}

const asPerson = ({ _id: id, openid, memberships, roles }: Account): Person => ({
  id,
  openid,
  isMerged: false,
  homes: memberships.map(({ areaPath, roomNumber, joinedAt }) => ({
    door: doors.find(({ building, room }) => building === areaPath && room === roomNumber)!,
    standing: 'confirmed',
    since: joinedAt,
    until: null,
    endedAt: null,
    vouchedIn: 0,
    removedIn: 0,
    isHeld: false,
    isLeaseFixed: false,
  })),
  offices: roles.map(({ role, areaPath: area, since, until }) => ({
    role: role as Office['role'],
    area,
    since,
    until,
    appointmentId: null,
  })),
  helpers: [],
  trail: [],
})

/** Every field that indexes answer from says what it should; nobody is lost, and no home of anybody. */
async function checkStored(town: Town): Promise<void> {
  const people = await stored.everyone()
  expect(people.map(({ _id }) => _id).sort()).toEqual(town.people.map(({ id }) => id).sort())
  for (const account of people) {
    const { wakeAt, ...derived } = derivedOf(account, testSealing.blind)
    expect(account).toMatchObject(derived)
    // The clock may come sooner than it has to, and never later.
    expect(wakeAt === null || (account.wakeAt !== null && account.wakeAt <= wakeAt)).toBe(true)
    const { homes, isMerged } = town.byId(account._id)
    expect([account._id, account.memberships.length]).toEqual([account._id, homes.length])
    expect(account.state === 'merged').toBe(isMerged)
    const standings = account.memberships.map(
      ({ areaPath, roomNumber, standing }) => `${areaPath}${roomNumber} ${standing}`,
    )
    expect(standings.sort()).toEqual(
      homes.map(({ door, standing }) => `${door.building}${door.room} ${standing}`).sort(),
    )
  }
}

/** Every change of a home has left its line, and nothing else has. */
async function checkTrails(town: Town): Promise<void> {
  for (const { id, trail } of town.people) {
    const lines = (await stored.trailOf(id)).map(({ event }) => event)
    const ofHomes = lines.filter((event) => !event.startsWith('role') && event !== 'vouchOverdue')
    expect([id, ofHomes.sort()]).toEqual([id, [...trail].sort()])
  }
}

/** What the clock counts is what there is. */
async function checkCounts(): Promise<void> {
  test.cloud.clock.travel(hours(1))
  await test.cloud.timers.fire('timers', 'everyMinute')
  const people = (await stored.everyone()).filter(({ homeAt }) => homeAt.includes(places.estate))
  const [counted] = await test.cloud.database.find('estateCounts', { _id: places.estate })
  expect(counted).toMatchObject({
    flats: (await test.cloud.database.find('households', { estatePath: places.estate })).length,
    residents: people.length,
    households: new Set(people.flatMap(({ householdIds }) => householdIds)).size,
    needCare: people.filter(({ careNeeds }) => careNeeds.length > 0).length,
  })
}

const number = fc.nat(9_973)
const stepArbitrary = fc.noBias(
  fc.record({
    dice: fc.record({
      act: number,
      who: number,
      whom: number,
      door: number,
      other: number,
      coin: fc.boolean(),
    }),
    looks: fc.array(fc.record({ probe: number, who: number, n: number }), { minLength: 4, maxLength: 4 }),
  }),
)
const historyArbitrary = fc.array(stepArbitrary, { minLength: 25, maxLength: 40 })

it(
  'whatever happens to whom in whatever order: nobody reads what their standing doesn’t allow, nobody is lost, and all is on the trail',
  async () => {
    const seen = { histories: 0, steps: 0, trail: new Set<string>(), acts: new Set<string>() }
    await fc.assert(
      fc.asyncProperty(historyArbitrary, async (history) => {
        const town = await begin()
        seen.histories += 1
        for (const { dice, looks } of history) {
          seen.acts.add(await play(test, town, dice satisfies Dice))
          for (const one of looks) await look(test, town, one)
          await checkStored(town)
          seen.steps += 1
        }
        await checkTrails(town)
        await checkCounts()
        for (const { trail } of town.people) for (const event of trail) seen.trail.add(event)
      }),
      {
        interruptAfterTimeLimit: budgetMs,
        markInterruptAsFailure: false,
        numRuns: 10_000,
        endOnFailure: true,
      },
    )
    process.stdout.write(`histories: ${seen.histories}, steps: ${seen.steps}\n`)
    // It went somewhere: a busy machine plays one history in that time, an idle one dozens; people joined, and of being vouched for, turned away, leaving, moving, some happened.
    expect(seen.steps).toBeGreaterThan(budgetMs / 1_500)
    expect([...seen.trail]).toContain('joined')
    expect(seen.trail.size).toBeGreaterThan(3)
  },
  budgetMs + 120_000,
)
