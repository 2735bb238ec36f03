import { hours } from '@/domain/shared/time'
import { command } from '../../_runtime/sdk'
import { countEstate } from '../../place/estate-counts'
import { workThrough, type DutyContext } from '../duty'

/** How old a count may be. */
const fresh = hours(1)

/** Counts anew the large estates that somebody asked of; answers how many. */
export const recountEstates = (context: DutyContext): Promise<number> => {
  const { now, store } = context
  return workThrough(context, {
    collection: store.estateCounts,
    due: { countedAt: command.lte(now - fresh) },
    key: 'countedAt',
    work: async ({ _id }) => {
      await store.estateCounts.update({ _id }, { ...(await countEstate(store, _id)), countedAt: now })
      return true
    },
  })
}
