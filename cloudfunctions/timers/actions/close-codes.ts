import { command } from '../../_runtime/sdk'
import { workThrough, type DutyContext } from '../duty'

/** Codes whose time is over go to those that can't be used any more; they open nothing before that already. */
export const closeCodes = (context: DutyContext): Promise<number> =>
  workThrough(context, {
    collection: context.store.invitations,
    due: { isClosed: false, expiresAt: command.lte(context.now) },
    key: 'expiresAt',
    work: async ({ _id }) => (await context.store.invitations.update({ _id }, { isClosed: true })) === 1,
  })
