import { command } from '../../_runtime/sdk'
import { Trips } from '../../_runtime/trips'
import { beginAppointment } from '../../account/appointment/begin'
import { workThrough, type DutyContext } from '../duty'

/** Appointments to which all have agreed, on the day that was named; answers of how many. */
export const beginRoles = ({ store, log, now }: DutyContext): Promise<number> =>
  workThrough(
    { store, log, now },
    {
      collection: store.appointments,
      due: { state: 'agreed', since: command.lte(now) },
      key: 'since',
      work: (appointment) => beginAppointment({ store, now, trips: new Trips() }, appointment),
    },
  )
