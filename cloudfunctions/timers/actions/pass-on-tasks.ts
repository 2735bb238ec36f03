import { command } from '../../_runtime/sdk'
import { Trips } from '../../_runtime/trips'
import { passOnLater } from '../../account/appointment/pass-on'
import { workThrough, type DutyContext } from '../duty'

/** What people whose role has ended still have on their hands; answers of how many all is passed on. */
export const passOnTasks = (context: DutyContext): Promise<number> => {
  const { now, store } = context
  return workThrough(context, {
    collection: store.appointments,
    due: { handoverAt: command.lte(now) },
    key: 'handoverAt',
    work: (appointment) => passOnLater({ store, now, trips: new Trips() }, appointment),
  })
}
