import { openStore } from '../../_runtime/store'
import { command } from '../../_runtime/sdk'
import { Trips } from '../../_runtime/trips'
import { putNextPart } from '../../place/put-in-place'
import type { PlaceImport } from '@/domain/place/schema'
import { workThrough, type DutyContext } from '../duty'

/** For how long one run goes on with a list, ms; the next run takes it from there. */
const longest = 8_000

/** Finishes lists of flats that a phone began to put in place and did not finish; answers how many are done. */
export const continueImports = (context: DutyContext): Promise<number> =>
  workThrough(context, {
    collection: context.store.placeImports,
    due: { wakeAt: command.lte(context.now) },
    key: 'wakeAt',
    work: (due) => goOn(due, context.now),
  })

async function goOn(due: PlaceImport, now: number): Promise<boolean> {
  const trips = new Trips()
  const context = { store: openStore(trips), trips, now }
  const startedAt = Date.now()
  let current = due
  while (current.state === 'ready' || current.state === 'running') {
    if (Date.now() - startedAt > longest) return false
    current = await putNextPart(context, current)
  }
  return true
}
