import Papa from 'papaparse'
import { placeListWords as words } from '@/copy/place-list'
import { byFloorAndRoom, tableOf } from '@/domain/place/listing'
import { canKeepPlaces } from '@/domain/place/policy'
import type { Household } from '@/domain/place/schema'
import { levelOf, type AreaPath } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { noteAccess } from '../../account/access'
import { stableId } from '../../account/stable-id'
import type { Call } from '../../_runtime/action'
import { command, uploadFile } from '../../_runtime/sdk'
import { action } from '../../_runtime/serve'
import type { Store } from '../../_runtime/store'
import { findAllWithin, mostAtOnce } from '../find-places'
import { inParts, sideBySide } from '../side-by-side'

export const exportHouseholds = action('place.export', {
  fetch: ({ input: { estatePath }, store }) => findAllWithin(store, estatePath),
  load: ({ input: { estatePath } }, areas) => {
    const isThere = areas.some(({ _id, retiredAt }) => _id === estatePath && retiredAt === null)
    if (!isThere || levelOf(estatePath) !== 'estate') throw new AppError('NotFound')
    return Promise.resolve(areas)
  },
  allow: (actor, _areas, { estatePath }) => canKeepPlaces(actor, estatePath),
  handle: async (call, areas) => {
    const households = await allHouseholds(call.store, call.input.estatePath)
    await noteNamesSeen(call, households)
    const table = tableOf(households.sort(byFloorAndRoom(areas, words)), areas, words)
    // With the mark, or Excel takes it for GBK.
    const content = Buffer.from(`\ufeff${Papa.unparse(table)}\r\n`)
    // The request id is as good as a secret: nobody else has heard of it.
    const path = `exports/${call.actor._id}/${stableId('export', call.requestId, call.actor._id)}.csv`
    return { fileId: await uploadFile(path, content), rows: table.length - 1 }
  },
})

async function allHouseholds(store: Store, estatePath: AreaPath): Promise<Household[]> {
  const found: Household[] = []
  for (;;) {
    const last = found.at(-1)
    const where = last ? { estatePath, _id: command.gt(last._id) } : { estatePath }
    const page = await store.households.find(where, { orderBy: ['_id', 'asc'], limit: mostAtOnce })
    found.push(...page)
    if (page.length < mostAtOnce) return found
  }
}

/** Those who live where the list names somebody see that it was taken. */
async function noteNamesSeen(
  { actor, now, store }: Call<'place.export'>,
  households: readonly Household[],
): Promise<void> {
  const named = households.filter(({ register }) => register.length > 0).map(({ _id }) => _id)
  await sideBySide(inParts(named, 200), async (part) => {
    const people = await store.accounts.findParts(
      { householdIds: command.in(part) },
      ['_id', 'memberships'],
      {
        limit: mostAtOnce,
      },
    )
    await noteAccess(store, { kind: 'list', by: actor, people, at: now })
  })
}
