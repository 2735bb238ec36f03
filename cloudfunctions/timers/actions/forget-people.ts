import { command } from '../../_runtime/sdk'
import { forgetPerson } from '../../account/forget-person'
import { workThrough, type DutyContext } from '../duty'

/** Goes on with those who have cancelled their account and are not forgotten everywhere yet. */
export const forgetPeople = (context: DutyContext): Promise<number> =>
  workThrough(context, {
    collection: context.store.accounts,
    due: { forgetAt: command.lte(context.now) },
    key: 'forgetAt',
    work: (account) => forgetPerson(context, account),
  })
