import { standingAt } from '@/domain/account/policy'
import { lookAgainAfter } from '@/domain/appointment/lifecycle'
import type { Appointment } from '@/domain/appointment/schema'
import type { Logger } from '../../_runtime/log'
import { command } from '../../_runtime/sdk'
import type { Store } from '../../_runtime/store'
import type { Trips } from '../../_runtime/trips'
import { passOnNewcomers } from './pass-on-newcomers'
import { passOnOrders, type Handover } from './pass-on-orders'
import { passOnSeries } from './pass-on-series'

/** What passing on works with. */
export interface Desk {
  readonly store: Store
  readonly trips: Trips
  /** ms since 1970 */
  readonly now: number
}

/**
 * One pass over what someone had on their hands when their role ended; answers how much of it there was. Bounded:
 * the appointment's `handoverAt` stays until a later pass finds nothing, so that nothing is lost when one dies.
 */
export async function passOn(desk: Desk, appointment: Appointment): Promise<number> {
  const { store, now } = desk
  await passOnCodes(desk, appointment)
  if (appointment.role !== 'volunteer' && appointment.role !== 'microGridLeader') return 0
  const [person, successor] = await Promise.all([
    store.accounts.get(appointment.userId),
    appointment.successorId === null ? null : store.accounts.get(appointment.successorId),
  ])
  const handover: Handover = {
    appointment,
    roles: person ? standingAt(person, now).roles : [],
    successor: successor && standingAt(successor, now),
    now,
  }
  if (appointment.role === 'microGridLeader') return passOnNewcomers(desk, handover)
  const [orders, series] = await Promise.all([passOnOrders(store, handover), passOnSeries(store, handover)])
  return orders + series
}

/** What hangs in the stairwell goes on with whoever comes after its maker; without one it dies: see `isBacked`. */
async function passOnCodes(
  { store }: Desk,
  { areaPath, role, successorId, userId }: Appointment,
): Promise<void> {
  if (successorId === null || role === 'volunteer') return
  const codes = { createdBy: userId, areaAt: areaPath, 'target.kind': command.in(['home', 'person', 'role']) }
  await store.invitations.update(codes, { createdBy: successorId })
}

/** The first pass, within the request that ended the role; what fails here is left to the clock. */
export async function passOnNow(
  desk: Desk & { readonly log?: Logger },
  appointments: readonly Appointment[],
): Promise<void> {
  await Promise.all(
    appointments.map((appointment) =>
      passOn(desk, appointment).catch((error: unknown) =>
        desk.log?.error('passOnLater', error, { appointmentId: appointment._id }),
      ),
    ),
  )
}

/** A later pass, by the clock; true once there was nothing more to pass on. */
export async function passOnLater(desk: Desk, appointment: Appointment): Promise<boolean> {
  const isDone = (await passOn(desk, appointment)) === 0
  const { _id, handoverAt } = appointment
  const next = isDone ? null : desk.now + lookAgainAfter
  return (await desk.store.appointments.update({ _id, handoverAt }, { handoverAt: next })) === 1 && isDone
}
