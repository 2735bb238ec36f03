import { changeOf, type PlannedFlat } from '@/domain/place/planning'
import type { Area, Household, PlaceImport } from '@/domain/place/schema'
import { AppError } from '@/domain/shared/errors'
import { minutes, type Timestamp } from '@/domain/shared/time'
import { householdIdOf } from '../account/households'
import { command, isLostFile } from '../_runtime/sdk'
import type { Store } from '../_runtime/store'
import type { Trips } from '../_runtime/trips'
import { findAllWithin, findHouseholds } from './find-places'
import { followHomes } from './follow-homes'
import { planFor, readList } from './plan-import'
import { sideBySide } from './side-by-side'

/** Flats in one part: a few seconds, so that a phone sees it go on. */
export const flatsInAPart = 500
/** After this long without a part, the clock takes over from the phone. */
const patience = minutes(1)

interface Context {
  store: Store
  trips: Trips
  now: Timestamp
}

/**
 * Puts the next part of a list in place: what it needs of buildings, stairwells and micro-grids first, then flats.
 * Every part plans anew from the file and the map, and a flat's id follows from its door: what was done before is
 * found unchanged, so that a part may run twice, or two side by side.
 * @throws AppError Conflict where the list no longer fits, or was given up
 */
export async function putNextPart(context: Context, given: PlaceImport): Promise<PlaceImport> {
  const { store, now } = context
  if (given.state === 'done') return given
  if (given.state !== 'ready' && given.state !== 'running') throw new AppError('Conflict')
  const [reading, areas] = await Promise.all([
    readList(given.fileId).catch(lostFile),
    findAllWithin(store, given.estatePath),
    store.placeImports.update(
      { _id: given._id, state: command.in(['ready', 'running']) },
      { state: 'running', wakeAt: now + patience },
    ),
  ])
  // What is in place stays; the same list, given again, goes on from there.
  if (reading === null) return settle(context, given, 'failed', given.done)
  const estate = areas.find(({ _id, retiredAt }) => _id === given.estatePath && retiredAt === null)
  if (!estate || reading.errors.length > 0) return settle(context, given, 'cancelled', given.done)
  const plan = planFor(estate, areas, reading)
  await sideBySide(plan.areas, (area) => putOnMap(store, area))
  const part = plan.flats.slice(given.done, given.done + flatsInAPart)
  await putFlats(context, part)
  const done = given.done + part.length
  return settle(context, given, done >= plan.flats.length ? 'done' : 'running', done)
}

/** null: nobody finds the file any more, however often it is tried. */
function lostFile(error: unknown): null {
  if (isLostFile(error)) return null
  throw error
}

async function settle(
  { store, now }: Context,
  given: PlaceImport,
  state: PlaceImport['state'],
  done: number,
): Promise<PlaceImport> {
  const wakeAt = now + patience
  await Promise.all([
    // Where two of them run, the one behind changes nothing.
    store.placeImports.update(
      { _id: given._id, state: 'running', done: command.lte(done) },
      { state, done, wakeAt },
    ),
    // So many new flats don't wait for the clock: whoever asks next has them counted.
    state === 'done' ? store.estateCounts.remove({ _id: given.estatePath }) : 0,
  ])
  return { ...given, state, done, wakeAt }
}

async function putOnMap(store: Store, area: Area): Promise<void> {
  const { document, isNew } = await store.areas.insertOnce(area)
  if (!isNew && document.retiredAt !== null) await store.areas.update({ _id: area._id }, { retiredAt: null })
}

async function putFlats({ store, trips, now }: Context, part: readonly PlannedFlat[]): Promise<void> {
  const ids = part.map(({ areaPath, roomNumber }) => householdIdOf(areaPath, roomNumber))
  const existing = await findHouseholds(store, ids)
  const outcomes = part.map((flat, at) => {
    const id = ids[at] ?? ''
    return changeOf(flat, existing.get(id) ?? null, id, now)
  })
  const changed = outcomes.filter(({ change }) => change === 'changed').map(({ household }) => household)
  // Someone may have joined a flat before it was listed. They follow first: see `put-grid.ts`.
  await followHomes(
    store,
    trips,
    changed.filter((flat) => isMoved(flat, existing.get(flat._id))),
  )
  await sideBySide(outcomes, ({ change, household }) => {
    if (change === 'new') return store.households.addNew(household)
    const { _id, ...fields } = household
    return change === 'changed' ? store.households.update({ _id }, fields) : Promise.resolve()
  })
}

const isMoved = (flat: Household, before: Household | undefined): boolean =>
  flat.gridPath !== before?.gridPath || flat.areaName !== before.areaName
