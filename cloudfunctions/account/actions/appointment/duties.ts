import { standingAt } from '@/domain/account/policy'
import { canSeeAppointments, mayEnd } from '@/domain/appointment/policy'
import { ancestorsOf } from '@/domain/shared/area'
import { roleKey } from '@/domain/shared/role'
import { command } from '../../../_runtime/sdk'
import { action } from '../../../_runtime/serve'
import { findCover } from '../../appointment/cover'
import { meantAppointment } from '../../appointment/find-appointment'
import { findSeriesOf } from '../../appointment/pass-on-series'

/** More than this is said as "so many and more". */
const most = 100

/** What would be left behind: each counted by an index, and no further than is said. */
export const appointmentDuties = action('appointment.duties', {
  fetch: ({ store, input }) => store.appointments.get(input.appointmentId),
  load: async ({ actor, input }, found) => meantAppointment(actor, input.appointmentId, found),
  allow: (actor, appointment) =>
    mayEnd(actor, appointment) || canSeeAppointments(actor, appointment.areaPath),
  handle: async ({ now, store }, { userId, role, areaPath }) => {
    const keys = ancestorsOf(areaPath).map((path) => roleKey(role, path))
    const isVolunteer = role === 'volunteer'
    const [takenOrders, series, pendingNeighbours, holders, cover] = await Promise.all([
      isVolunteer ? store.orders.countUpTo({ takerIds: userId, phase: 'moving' }, most) : 0,
      isVolunteer ? findSeriesOf(store, userId) : [],
      role === 'microGridLeader' ? store.accounts.countUpTo({ pendingAt: areaPath }, most) : 0,
      store.accounts.findParts({ roleKeys: command.in(keys) }, ['_id', 'memberships', 'roles'], { limit: 8 }),
      findCover(store, userId, { role, areaPath }),
    ])
    const others = holders.filter(
      (one) => one._id !== userId && standingAt(one, now).roles.some((grant) => grant.role === role),
    )
    return {
      duties: {
        takenOrders,
        series: series.filter(({ isActive }) => isActive).length,
        pendingNeighbours,
        isLast: others.length === 0,
        needsSuccessor: cover.length === 0,
      },
    }
  },
})
