import {
  appointmentOf,
  areasOf,
  householdOf,
  invitationOf,
  townOffice,
  townResident,
  townStaff,
} from './town'
import { insertAll, startFunctionCloud, type FunctionCloud } from './function-cloud'
import { perBuilding, perCommunity, perFlat } from './town-layout'

/** A street of so many residents, with the functions as they are deployed. */
export interface JoiningCloud extends FunctionCloud {
  residents: number
}

/** Starts one on a folder of its own, and fills it past the functions. */
export async function startJoiningCloud(residents: number): Promise<JoiningCloud> {
  const started = await startFunctionCloud()
  const { cloud } = started
  const now = cloud.clock.now()
  const areas = areasOf(residents)
  await insertAll(cloud, 'areas', areas.length, (n) => areas[n] ?? {})
  await insertAll(cloud, 'households', Math.ceil(residents / perFlat), (n) => householdOf(n, residents, now))
  await insertAll(cloud, 'accounts', residents, (n) => townResident(n, residents, now))
  await cloud.database.insert('accounts', [{ ...townStaff(now) }, { ...townOffice(now) }])
  const appointments = Array.from({ length: residents }, (_, n) => appointmentOf(n, residents, now)).flatMap(
    (one) => one ?? [],
  )
  await insertAll(cloud, 'appointments', appointments.length, (n) => appointments[n] ?? {})
  const buildings = Math.floor(Math.min(residents, perCommunity) / perBuilding)
  await insertAll(cloud, 'invitations', buildings, (n) => invitationOf(n, now))
  await countEstates(started)
  return { ...started, residents }
}

/** As the clock would have: each of the estates was asked of before, and is counted. */
async function countEstates({ cloud }: FunctionCloud): Promise<void> {
  const estates = await cloud.database.find('areas', { level: 'estate' })
  const uncounted = { flats: 0, residents: 0, households: 0, needCare: 0, countedAt: 0 }
  await cloud.database.insert(
    'estateCounts',
    estates.map(({ _id }) => ({ _id, ...uncounted })),
  )
  for (let left = estates.length; left > 0;) {
    const { done } = (await cloud.timers.fire('timers', 'everyMinute')) as { done: Record<string, number> }
    if (!done.recountEstates) throw new Error(`${left} estates are not counted`)
    left -= done.recountEstates
  }
}
