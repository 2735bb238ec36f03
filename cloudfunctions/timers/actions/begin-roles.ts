import { command } from '../../_runtime/sdk'
import { Trips } from '../../_runtime/trips'
import { beginAppointment } from '../../account/appointment/begin'
import { workThrough, type DutyContext } from '../duty'

/** Appointments to which all have agreed, on the day that was named; answers of how many. */
export const beginRoles = (context: DutyContext): Promise<number> => {
  const { log, now, store } = context
  return workThrough(context, {
    collection: store.appointments,
    due: { state: 'agreed', since: command.lte(now) },
    key: 'since',
    work: (appointment) => beginAppointment({ store, log, now, trips: new Trips() }, appointment),
  })
}
