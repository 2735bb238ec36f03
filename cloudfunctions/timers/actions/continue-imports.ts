import { openStore } from '../../_runtime/store'
import { command, deleteFiles } from '../../_runtime/sdk'
import { Trips } from '../../_runtime/trips'
import { putNextPart } from '../../place/put-in-place'
import type { PlaceImport } from '@/domain/place/schema'
import { workThrough, type DutyContext } from '../duty'

/**
 * Finishes lists of flats that a phone began to put in place and did not finish, and deletes the files of those that
 * are done with, or that nobody said go to; answers how many.
 */
export const continueImports = (context: DutyContext): Promise<number> =>
  workThrough(context, {
    collection: context.store.placeImports,
    due: { wakeAt: command.lte(context.now) },
    key: 'wakeAt',
    work: (due) => (due.state === 'running' ? goOn(due, context) : forget(due, context)),
  })

async function goOn(due: PlaceImport, { now, until }: DutyContext): Promise<boolean> {
  const trips = new Trips()
  const context = { store: openStore(trips), trips, now }
  let current = due
  while (current.state === 'running') {
    current = await putNextPart(context, current)
    if (current.state === 'running' && Date.now() > until) return false
  }
  return true
}

/** What it held is in the database, sealed; the file is not. */
async function forget({ _id, fileId, state }: PlaceImport, { store }: DutyContext): Promise<boolean> {
  await deleteFiles([fileId])
  const isOver = state === 'ready' ? { state: 'cancelled' as const } : {}
  return (await store.placeImports.update({ _id, state }, { wakeAt: null, ...isOver })) === 1
}
