import { nameKey } from '@/domain/account/index-fields'
import { isCaretakerOf } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import { canFind } from '@/domain/resident/policy'
import { levelOf, isGrid, isHomeIn } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import type { Ask } from '../../_runtime/action'
import { blind } from '../../_runtime/sealing'
import { command } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import { within } from '../../_runtime/within'
import { noteAccess } from '../access'
import { householdIdOf } from '../households'
import { residentRows } from '../present-resident'

/** Namesakes, or people of one flat. */
const most = 50
/** Stairwells and micro-grids of one building. */
const mostInside = 100

/**
 * By name, within an area, or by flat, within a building or one stairwell. Two waits; by flat in a whole building
 * three, since its stairwells are asked for first.
 */
export const findResidents = action('resident.find', {
  fetch: (ask) =>
    ask.input.by.kind === 'name' ? byName(ask, ask.input.by.name) : byFlat(ask, ask.input.by.roomNumber),
  load: async (_call, people) => people,
  allow: (actor, _people, { areaPath, by }) => canFind(actor, areaPath, by.kind === 'name'),
  handle: async ({ actor, input, now, store }, people) => {
    const { areaPath, by } = input
    const flats = by.kind === 'flat' ? by.roomNumber.toUpperCase() : null
    const kind = by.kind === 'flat' ? 'flat' : 'list'
    const isCaretaker = isCaretakerOf(actor, areaPath)
    // A role is for those who have a phone of their own; which door is theirs is not for whoever appoints them.
    const shown = isCaretaker ? people : people.filter(({ state }) => state === 'active')
    await noteAccess(store, { kind, by: actor, people: shown, at: now })
    const items = residentRows(
      shown,
      (home) => isHomeIn(home, areaPath) && (flats === null || home.roomNumber.toUpperCase() === flats),
      now,
    )
    return { items: isCaretaker ? items : items.map((row) => ({ ...row, roomNumber: '' })) }
  },
})

type FindAsk = Ask<'resident.find'>

const byName = ({ input, store }: FindAsk, name: string): Promise<Account[]> =>
  store.accounts.find({ nameKeys: nameKey(input.areaPath, name, blind) }, { limit: most })

/** @throws AppError BadInput where the area is wider than a building, or a micro-grid */
async function byFlat({ input, store }: FindAsk, roomNumber: string): Promise<Account[]> {
  const { areaPath } = input
  const level = isGrid(areaPath) ? 'grid' : levelOf(areaPath)
  if (level !== 'building' && level !== 'unit') throw new AppError('BadInput', { where: ['areaPath'] })
  const inside =
    level === 'unit'
      ? []
      : await store.areas.findParts({ _id: within(areaPath) }, ['_id'], { limit: mostInside })
  const paths = new Set([areaPath, ...inside.map(({ _id }) => _id).filter((path) => !isGrid(path))])
  const ids = [...paths].map((path) => householdIdOf(path, roomNumber))
  return store.accounts.find({ householdIds: command.in(ids) }, { limit: most })
}
