import { openStore } from '../../_runtime/store'
import { command, deleteFiles } from '../../_runtime/sdk'
import { Trips } from '../../_runtime/trips'
import { putNextPart } from '../../place/put-in-place'
import type { PlaceImport } from '@/domain/place/schema'
import { workThrough, type DutyContext } from '../duty'

/** For how long one run goes on with a list, ms; the next run takes it from there. */
const longest = 8_000

/**
 * Finishes lists of flats that a phone began to put in place and did not finish, and deletes the files of those that
 * are done with, or that nobody said go to; answers how many.
 */
export const continueImports = (context: DutyContext): Promise<number> =>
  workThrough(context, {
    collection: context.store.placeImports,
    due: { wakeAt: command.lte(context.now) },
    key: 'wakeAt',
    work: (due) => (due.state === 'running' ? goOn(due, context.now) : forget(due, context)),
  })

async function goOn(due: PlaceImport, now: number): Promise<boolean> {
  const trips = new Trips()
  const context = { store: openStore(trips), trips, now }
  const startedAt = Date.now()
  let current = due
  while (current.state === 'running') {
    if (Date.now() - startedAt > longest) return false
    current = await putNextPart(context, current)
  }
  return true
}

/** What it held is in the database, sealed; the file is not. */
async function forget({ _id, fileId, state }: PlaceImport, { store }: DutyContext): Promise<boolean> {
  await deleteFiles([fileId])
  const isOver = state === 'ready' ? { state: 'cancelled' as const } : {}
  return (await store.placeImports.update({ _id, state }, { wakeAt: null, ...isOver })) === 1
}
