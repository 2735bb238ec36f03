import { minutes } from '@/domain/shared/time'
import { startJoiningCloud, type JoiningCloud } from '../_support/joining-cloud'
import type { Measure } from '../_support/measure'
import { residentId } from '../_support/neighbourhood'
import { codeOf, isPending, streetPath, townOfficeId, townStaffId } from '../_support/town'
import { flatOf, perBuilding, perFlat } from '../_support/town-layout'
import { commonName, rareName } from '../_support/town-names'
import { twoSizes, type Step } from '../_support/two-sizes'

const { JOINING_BENCH_RESIDENTS = '20000' } = process.env
const SMALL = 1_000
const LARGE = Number(JOINING_BENCH_RESIDENTS)
const SAMPLES = 80
/** The buildings that newcomers join in turns: full in both. */
const BUILDINGS = 8

const { once, query, steps, roundTrips, close } = twoSizes<JoiningCloud>({
  title: `${LARGE} residents against ${SMALL}`,
  samples: SAMPLES,
  start: { small: () => startJoiningCloud(SMALL), large: () => startJoiningCloud(LARGE) },
})

/** The first door of building `i` of eight, in the first micro-grid, which resident 0 of the building leads. */
const doorOf = (i: number) => flatOf(((i % BUILDINGS) * perBuilding) / perFlat)
const leaderOf = (i: number): string => residentId((i % BUILDINGS) * perBuilding)

/** From the code at the door to being vouched for, and on to the next building. */
async function walk(step: Step, i: number): Promise<void> {
  const newcomer = `newcomer-${i}`
  const [{ areaPath, roomNumber }, next] = [doorOf(i), doorOf(i + 1)]
  const said = { nickname: `新邻居${i}`, realName: commonName, relation: 'family' as const }
  const door = { areaPath, roomNumber }
  const code = codeOf(i % BUILDINGS)
  const { account } = await step(newcomer, 'invitation.join', { code, ...door, ...said })
  const decision = { userId: account._id, ...door, standing: 'confirmed' as const }
  await step(leaderOf(i), 'membership.decide', decision)
  const to = { areaPath: next.areaPath, roomNumber: next.roomNumber, relation: 'family' as const }
  await step(newcomer, 'membership.move', { from: door, to })
}

const [resident, leader] = [residentId(1), residentId(0)]
const { areaPath, buildingPath, communityPath, estatePath, gridPath, roomNumber } = flatOf(0)
const byName = (name: string) => ({ areaPath: communityPath, by: { kind: 'name' as const, name } })
const byFlat = (path: string) => ({ areaPath: path, by: { kind: 'flat' as const, roomNumber } })

const queries: readonly Measure[] = [
  query('account.me, leader', leader, 'account.me', {}),
  query('invitation.look', 'stranger', 'invitation.look', { code: codeOf(0) }),
  query('membership.pending, leader', leader, 'membership.pending', {}),
  query('membership.pending, staff', townStaffId, 'membership.pending', {}),
  query('membership.household', resident, 'membership.household', {}),
  query('resident.list, leader of a micro-grid', leader, 'resident.list', { areaPath: gridPath }),
  query('resident.list, staff', townStaffId, 'resident.list', { areaPath: communityPath }),
  query(`resident.find ${commonName}`, townStaffId, 'resident.find', byName(commonName)),
  query(`resident.find ${rareName}`, townStaffId, 'resident.find', byName(rareName)),
  query('resident.find, flat of a building', townStaffId, 'resident.find', byFlat(buildingPath)),
  query('resident.find, flat of a stairwell', townStaffId, 'resident.find', byFlat(areaPath)),
  query('place.directory', resident, 'place.directory', { buildingPath }),
  query('place.households, building', townStaffId, 'place.households', {
    areaPath: buildingPath,
    limit: 500,
  }),
  query('place.households, micro-grid', leader, 'place.households', { areaPath: gridPath }),
  query('place.children of a building', townStaffId, 'place.children', { areaPath: buildingPath }),
  query('place.children of the street', townOfficeId, 'place.children', { areaPath: streetPath }),
  query('place.children, mine, of the street', townOfficeId, 'place.children', {}),
  query('notice.preview to a community', townStaffId, 'notice.preview', { areaPaths: [communityPath] }),
  query('notice.preview to an estate', townStaffId, 'notice.preview', { areaPaths: [estatePath] }),
  query('appointment.list active', townStaffId, 'appointment.list', { areaPath: communityPath }),
  query('appointment.list past', townStaffId, 'appointment.list', { areaPath: communityPath, view: 'past' }),
]

const waiting = Array.from({ length: SMALL }, (_, n) => n).filter(isPending)

/** Somebody's deadline is over; the clock asks the next level. */
async function overdue({ cloud }: JoiningCloud, i: number): Promise<number> {
  const due = cloud.clock.now() - minutes(1)
  const set = { wakeAt: due, 'memberships.0.vouchBy': due, 'memberships.0.vouchLevel': 0 }
  await cloud.database.update(
    'accounts',
    { _id: residentId(waiting[i % waiting.length] ?? 0) },
    { $set: set },
  )
  const startedAt = performance.now()
  const { done } = (await cloud.timers.fire('timers', 'everyMinute')) as { done: Record<string, number> }
  if (done.wakeAccounts !== 1) throw new Error(`the clock woke ${done.wakeAccounts}`)
  return performance.now() - startedAt
}

const clock = once('the clock, one newcomer overdue', overdue)

/** Those who join come last: they are the same in number in both. */
const ways = steps(['invitation.join', 'membership.decide', 'membership.move'], walk)
export const measures: readonly Measure[] = [...queries, clock, ...ways, roundTrips]

export { close }
