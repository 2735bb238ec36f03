import { command } from '../../_runtime/sdk'
import { workThrough, type DutyContext } from '../duty'

/** What buildings remember of those who were removed goes after a year; it shuts nobody out from that moment on. */
export const forgetRemovals = (context: DutyContext): Promise<number> =>
  workThrough(context, {
    collection: context.store.removals,
    due: { expiresAt: command.lte(context.now) },
    key: 'expiresAt',
    work: async ({ _id }) => (await context.store.removals.remove({ _id })) === 1,
  })
