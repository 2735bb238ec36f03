import Papa from 'papaparse'
import { placeListWords as words } from '@/copy/place-list'
import { byFloorAndRoom, tableOf } from '@/domain/place/listing'
import { canKeepPlaces } from '@/domain/place/policy'
import type { Household } from '@/domain/place/schema'
import { levelOf, type AreaPath } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { days } from '@/domain/shared/time'
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
    const rows = table.length - 1
    return { fileId: await keepForADay(call, content, rows), rows }
  },
})

/** Where only those find it who were told, the same place for a retry, or its first file would stay; the clock deletes it. */
async function keepForADay(
  { actor, input, now, requestId, store }: Call<'place.export'>,
  content: Buffer,
  rows: number,
): Promise<string> {
  const path = `exports/${actor._id}/${stableId('export', actor._id, requestId)}.csv`
  const fileId = await uploadFile(path, content)
  const { document } = await store.placeImports.insertOnce({
    _id: requestId,
    estatePath: input.estatePath,
    fileId,
    by: actor._id,
    at: now,
    state: 'exported',
    done: rows,
    total: rows,
    wakeAt: now + days(1),
  })
  // Another's request id is no way to get at their file.
  if (document.by !== actor._id) throw new AppError('Conflict')
  return document.fileId
}

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
