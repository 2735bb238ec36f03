import { canKeepArea } from '@/domain/place/policy'
import type { Area } from '@/domain/place/schema'
import { AppError } from '@/domain/shared/errors'
import { roleKey, roles } from '@/domain/shared/role'
import type { Call } from '../../_runtime/action'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { followHomes } from '../follow-homes'
import { findAllWithin, householdsOf, mostAtOnce } from '../find-places'
import { inParts } from '../side-by-side'

/** What these levels hold goes with them; above, each part is taken off by itself. */
const goesWithItsParts = ['building', 'unit', 'grid']

export const retireArea = action('place.retireArea', {
  fetch: ({ input: { areaPath }, store }) => findAllWithin(store, areaPath),
  load: ({ input: { areaPath } }, areas) => {
    const area = areas.find(({ _id }) => _id === areaPath)
    if (!area) throw new AppError('NotFound')
    return Promise.resolve({ area, areas })
  },
  allow: (actor, { area }) => canKeepArea(actor, area._id),
  handle: async (call, { area, areas }) => {
    if (area.retiredAt !== null) return {}
    const live = areas.filter(({ retiredAt }) => retiredAt === null)
    if (live.length > 1 && !goesWithItsParts.includes(area.level)) throw new AppError('StillInUse')
    await refuseInUse(call, area, live)
    await (area.level === 'grid'
      ? dissolve(call, area)
      : call.store.households.remove(householdsOf(area._id)))
    const ids = live.map(({ _id }) => _id)
    await call.store.areas.update({ _id: command.in(ids) }, { retiredAt: call.now })
    return {}
  },
})

/** People live in a micro-grid's flats, with or without it: only who leads it has to hand over first. */
async function refuseInUse(
  { store }: Call<'place.retireArea'>,
  area: Area,
  live: readonly Area[],
): Promise<void> {
  const keys = live.flatMap(({ _id }) => roles.map((role) => roleKey(role, _id)))
  const [residents, ...holders] = await Promise.all([
    area.level === 'grid' ? 0 : store.accounts.count({ homeAt: area._id }),
    ...inParts(keys, 400).map((part) => store.accounts.countUpTo({ roleKeys: command.in(part) }, 1)),
  ])
  if (residents > 0) throw new AppError('StillInUse', { residents })
  if (holders.some((count) => count > 0)) throw new AppError('StillInUse', { what: 'role' })
}

async function dissolve({ store, trips }: Call<'place.retireArea'>, { _id }: Area): Promise<void> {
  const flats = await store.households.find(householdsOf(_id), { limit: mostAtOnce })
  await followHomes(
    store,
    trips,
    flats.map((flat) => ({ ...flat, gridPath: null })),
  )
  await store.households.update({ gridPath: _id }, { gridPath: null })
}
