import { refused } from '@/domain/appointment/lifecycle'
import { isAhead, mayDecide } from '@/domain/appointment/policy'
import { AppError } from '@/domain/shared/errors'
import { checkText } from '../../../_runtime/safety'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import { inOneGo } from '../../appointment/in-one-go'
import { appointmentTopics } from '../../appointment/tell'
import { presentAppointment } from '../../present-appointment'
import { trailLine } from '../../trail'

/** Not now, and why; the one it is about may take back what they applied for, or not want it. */
export const refuseAppointment = action('appointment.refuse', {
  fetch: ({ store, input }) => store.appointments.get(input.appointmentId),
  load: async (_call, appointment) => {
    if (!appointment) throw new AppError('NotFound')
    return appointment
  },
  allow: (actor, appointment) => appointment.userId === actor._id || mayDecide(actor, appointment),
  handle: async ({ actor, input, log, now, openid, requestId, store, trips }, { _id }) => {
    await checkText(input.reason, openid, log)
    const appointment = await inOneGo(trips, async ({ appointments, trail }) => {
      const known = await appointments.get(_id)
      if (known?.state === 'refused' && known.endedBy?.userId === actor._id) return known
      if (!known || !isAhead(known)) throw new AppError('Conflict', { state: known?.state })
      const fields = refused(known, { by: actor, at: now, reason: input.reason })
      await appointments.update(_id, fields)
      const { userId, role, areaPath, areaName } = known
      const area = { areaPath, areaName }
      await trail.insert(
        trailLine({
          key: requestId,
          event: 'roleRefused',
          userId,
          area,
          by: actor,
          at: now,
          note: input.reason,
          role,
        }),
      )
      return { ...known, ...fields }
    })
    await moveSignals(store, appointmentTopics(appointment))
    return { appointment: presentAppointment(actor, appointment) }
  },
})
