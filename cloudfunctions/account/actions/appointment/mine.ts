import { action } from '../../../_runtime/serve'
import { paperOf } from '../../appointment/grants'
import { presentAppointment } from '../../present-appointment'

/** Nobody has had more. */
const most = 50

/** What I hold, have held and have applied for, newest first; roles from before there were papers are among them. */
export const myAppointments = action('appointment.mine', {
  load: async () => null,
  allow: () => true,
  handle: async ({ actor, store }) => {
    const found = await store.appointments.find(
      { userId: actor._id },
      { orderBy: ['createdKey', 'desc'], limit: most },
    )
    const paperless = actor.roles
      .filter(({ appointmentId }) => appointmentId === null)
      .map((grant) => paperOf(actor, grant))
    return { items: [...found, ...paperless].map((appointment) => presentAppointment(actor, appointment)) }
  },
})
