import type { Account } from '@/domain/account/schema'
import type { Appointment } from '@/domain/appointment/schema'
import { AppError } from '@/domain/shared/errors'
import { appointmentIdOf, paperOf } from './grants'

/** What was found under the id; or one's own role that has no paper yet. @throws AppError NotFound */
export function meantAppointment(actor: Account, id: string, found: Appointment | null): Appointment {
  if (found) return found
  const grant = actor.roles.find(
    (one) => one.appointmentId === null && appointmentIdOf(actor._id, one) === id,
  )
  if (!grant) throw new AppError('NotFound')
  return paperOf(actor, grant)
}
