import { weekName } from '@/copy/numbers'
import { figuresOf, groupsOf, type Measured } from '@/domain/numbers/figures'
import type { Grouping } from '@/domain/numbers/contract'
import { weeksOf, type Period } from '@/domain/numbers/period'
import { canSeeNumbers } from '@/domain/numbers/policy'
import type { AreaPath } from '@/domain/shared/area'
import { action } from '../../../_runtime/serve'
import type { Store } from '../../../_runtime/store'
import { within } from '../../../_runtime/within'
import { readPeriod } from './read-period'
import { communitiesIn } from './scope'

/** Buildings whose names are asked for; further ones go by what their orders call them. */
const mostBuildings = 1000

export const getNumbers = action('numbers.get', {
  fetch: async ({ store, input: { areaPath, by } }) => {
    const [communities, names] = await Promise.all([
      communitiesIn(store, areaPath),
      by === 'building' ? buildingNames(store, areaPath) : new Map<string, string>(),
    ])
    return { communities, names }
  },
  load: async (_call, found) => found,
  allow: (actor, _found, { areaPath }) => canSeeNumbers(actor, areaPath),
  handle: async ({ input, store }, { communities, names }) => {
    const orders = await readPeriod(store, communities, input)
    return { total: figuresOf(orders), rows: rowsOf(orders, input.by, input, names) }
  },
})

async function buildingNames(store: Store, areaPath: AreaPath): Promise<Map<string, string>> {
  const where = { level: 'building', _id: within(areaPath) }
  const found = await store.areas.findParts(where, ['_id', 'fullName'], { limit: mostBuildings })
  return new Map(found.map(({ _id, fullName }) => [_id, fullName]))
}

/** Weeks as they pass, all of them; services and buildings those with the most orders first. */
function rowsOf(
  orders: readonly Measured[],
  by: Grouping,
  period: Period,
  names: ReadonlyMap<string, string>,
) {
  const groups = groupsOf(orders, by)
  const row = (key: string, name: string) => ({ key, name, figures: figuresOf(groups.get(key) ?? []) })
  if (by === 'week') return weeksOf(period).map(({ week, monday }) => row(week, weekName(monday)))
  const nameOf = (key: string, newest: Measured | undefined): string =>
    (by === 'service' ? newest?.service.name : (names.get(key) ?? newest?.areaName)) ?? key
  return [...groups]
    .map(([key, [newest]]) => row(key, nameOf(key, newest)))
    .sort((a, b) => b.figures.arrived - a.figures.arrived || (a.key < b.key ? -1 : 1))
}
