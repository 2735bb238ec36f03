import { placeListWords as words } from '@/copy/place-list'
import { fullNameOf, isSameName, newArea, orderOf } from '@/domain/place/naming'
import { canKeepPlaces } from '@/domain/place/policy'
import type { Area, Household } from '@/domain/place/schema'
import { placeLevelOf } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import type { Call } from '../../_runtime/action'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { viewOf } from '../count-places'
import { followHomes } from '../follow-homes'
import { findArea, findChildren, mostAtOnce } from '../find-places'
import { renameWithin } from '../rename-areas'

interface Subject {
  building: Area
  siblings: Area[]
  /** Those that are to count to it, and those that do now. */
  chosen: Household[]
  present: Household[]
}

export const putGrid = action('place.putGrid', {
  fetch: async ({ input: { buildingPath, gridPath, householdIds }, store }) => {
    const [building, siblings, chosen, present] = await Promise.all([
      findArea(store, buildingPath),
      findChildren(store, buildingPath, { withRetired: true }),
      store.households.getMany(householdIds),
      gridPath === null ? [] : store.households.find({ gridPath }, { limit: mostAtOnce }),
    ])
    return { building, siblings: siblings.filter(({ level }) => level === 'grid'), chosen, present }
  },
  load: ({ input: { buildingPath, householdIds } }, subject) => {
    const isAll = subject.chosen.length === new Set(householdIds).size
    if (!isAll || subject.chosen.some((flat) => flat.buildingPath !== buildingPath))
      throw new AppError('NotFound')
    if (placeLevelOf(buildingPath) !== 'building') throw new AppError('BadInput', { where: ['buildingPath'] })
    return Promise.resolve(subject)
  },
  allow: (actor, { building }) => canKeepPlaces(actor, building._id),
  handle: async (call, subject) => {
    const grid = await nameGrid(call, subject)
    await fill(call, grid, subject)
    const residents = await call.store.accounts.count({ homeAt: grid._id })
    return { area: viewOf(grid, subject.chosen.length, residents) }
  },
})

/** The grid under its name, made where it is new. */
async function nameGrid(call: Call<'place.putGrid'>, { building, siblings }: Subject): Promise<Area> {
  const { input, requestId, store } = call
  const { gridPath, name } = input
  const same = siblings.filter((one) => isSameName('grid', one.name, name, words))
  const live = same.find(({ _id, retiredAt }) => retiredAt === null && _id !== gridPath)
  if (live && (gridPath !== null || live.requestId !== requestId))
    throw new AppError('Conflict', { what: 'name' })
  if (live) return live
  const order = orderOf('grid', name, words)
  if (gridPath === null) return addGrid(store, { building, siblings, name, requestId, known: same[0] })
  const grid = siblings.find(({ _id, retiredAt }) => _id === gridPath && retiredAt === null)
  if (!grid) throw new AppError('NotFound')
  return grid.name === name ? grid : renameWithin(store, building, { ...grid, name, order })
}

interface NewGrid extends Pick<Subject, 'building' | 'siblings'> {
  name: string
  requestId: string
  /** Had this name, and was taken off the map. */
  known: Area | undefined
}

async function addGrid(store: Store, { building, siblings, name, requestId, known }: NewGrid): Promise<Area> {
  if (known) {
    const fields = { name, fullName: fullNameOf('grid', name, building), retiredAt: null, requestId }
    await store.areas.update({ _id: known._id }, fields)
    return { ...known, ...fields }
  }
  const grid = { ...newArea({ level: 'grid', name, parent: building, siblings }, words), requestId }
  const { document, isNew } = await store.areas.insertOnce(grid)
  if (!isNew && document.requestId !== requestId) throw new AppError('Conflict', { what: 'name' })
  return grid
}

/** People follow first: were it cut short, the flats would still say what is left to do. */
async function fill(
  { input, store, trips }: Call<'place.putGrid'>,
  grid: Area,
  subject: Subject,
): Promise<void> {
  const wanted = new Set(input.householdIds)
  const joining = subject.chosen.filter(({ gridPath }) => gridPath !== grid._id)
  const leaving = subject.present.filter(({ _id }) => !wanted.has(_id))
  await followHomes(store, trips, [
    ...joining.map((flat) => ({ ...flat, gridPath: grid._id })),
    ...leaving.map((flat) => ({ ...flat, gridPath: null })),
  ])
  await Promise.all([setGrid(store, joining, grid._id), setGrid(store, leaving, null)])
}

const setGrid = async (store: Store, flats: readonly Household[], gridPath: string | null): Promise<void> => {
  if (flats.length === 0) return
  await store.households.update({ _id: command.in(flats.map(({ _id }) => _id)) }, { gridPath })
}
