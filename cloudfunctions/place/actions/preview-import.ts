import { placeListWords as words } from '@/copy/place-list'
import { tableOf } from '@/domain/place/listing'
import { changeOf, type PlacePlan } from '@/domain/place/planning'
import { canKeepPlaces } from '@/domain/place/policy'
import type { Area, PlaceImport } from '@/domain/place/schema'
import { levelOf } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { days } from '@/domain/shared/time'
import { householdIdOf } from '../../account/households'
import type { Call } from '../../_runtime/action'
import { action } from '../../_runtime/serve'
import { findAllWithin, findHouseholds } from '../find-places'
import { isListOf, planFor, readList } from '../plan-import'
import { presentImport } from '../present-import'

/** Of errors and of understood rows, what a phone is shown. */
const mostErrors = 200
const mostSamples = 5

export const previewImport = action('place.previewImport', {
  fetch: ({ input: { estatePath }, store }) => findAllWithin(store, estatePath),
  load: ({ actor, input: { estatePath, fileId } }, areas) => {
    const estate = areas.find(({ _id, retiredAt }) => _id === estatePath && retiredAt === null)
    if (!estate || levelOf(estatePath) !== 'estate') throw new AppError('NotFound', { what: 'area' })
    return Promise.resolve({ estate, areas, isMine: isListOf(actor._id, fileId) })
  },
  allow: (actor, { estate, isMine }) => isMine && canKeepPlaces(actor, estate._id),
  handle: async (call, { estate, areas }) => {
    const reading = await readList(call.input.fileId)
    const plan = planFor(estate, areas, reading)
    const { counts, sample } = await foresee(call, estate, areas, plan)
    const isSound = reading.errors.length === 0
    const kept = await keep(call, plan, isSound ? 'ready' : 'cancelled')
    return {
      import: isSound ? presentImport(kept) : null,
      counts: { ...counts, rows: reading.rows },
      ignoredColumns: reading.ignoredColumns,
      errors: reading.errors.sort((a, b) => a.row - b.row).slice(0, mostErrors),
      errorCount: reading.errors.length,
      sample: isSound ? sample : [],
    }
  },
})

async function foresee(
  { now, store }: Call<'place.previewImport'>,
  estate: Area,
  areas: readonly Area[],
  plan: PlacePlan,
) {
  const ids = plan.flats.map(({ areaPath, roomNumber }) => householdIdOf(areaPath, roomNumber))
  const [existing, total] = await Promise.all([
    findHouseholds(store, ids),
    store.households.count({ estatePath: estate._id }),
  ])
  const outcomes = plan.flats.map((flat, at) => {
    const id = ids[at] ?? ''
    return changeOf(flat, existing.get(id) ?? null, id, now)
  })
  const numberOf = (kind: string): number => outcomes.filter(({ change }) => change === kind).length
  const areasOf = (level: Area['level']): number => plan.areas.filter((area) => area.level === level).length
  const shown = outcomes.slice(0, mostSamples).map(({ household }) => household)
  return {
    counts: {
      newBuildings: areasOf('building'),
      newUnits: areasOf('unit'),
      newGrids: areasOf('grid'),
      newHouseholds: numberOf('new'),
      changedHouseholds: numberOf('changed'),
      unchangedHouseholds: numberOf('unchanged'),
      missingHouseholds: total - existing.size,
    },
    sample: tableOf(shown, [...areas, ...plan.areas], words),
  }
}

/** Kept for a day until somebody says go; its rows stay in the file, which goes with it. */
async function keep(
  { actor, input, now, requestId, store }: Call<'place.previewImport'>,
  plan: PlacePlan,
  state: PlaceImport['state'],
): Promise<PlaceImport> {
  const { document } = await store.placeImports.insertOnce({
    _id: requestId,
    estatePath: input.estatePath,
    fileId: input.fileId,
    by: actor._id,
    at: now,
    state,
    done: 0,
    total: plan.flats.length,
    wakeAt: now + days(1),
  })
  if (document.by !== actor._id) throw new AppError('Conflict')
  return document
}
