import type { Actor } from '@/domain/account/policy'
import type { AppointmentView } from '@/domain/appointment/contract'
import { canEnd, canRefuse, canSign } from '@/domain/appointment/policy'
import type { Appointment } from '@/domain/appointment/schema'

/** An appointment, with what this person may do about it. */
export function presentAppointment(actor: Actor, appointment: Appointment): AppointmentView {
  const {
    areaAt: _areaAt,
    createdKey: _createdKey,
    handoverAt: _handoverAt,
    liveKey: _liveKey,
    endedBy,
    ...shown
  } = appointment
  const isEndable = canEnd(actor, appointment)
  const rows: [AppointmentView['allowedActions'][number], boolean][] = [
    ['sign', canSign(actor, appointment)],
    ['refuse', canRefuse(actor, appointment)],
    ['end', isEndable],
    ['handOver', isEndable],
  ]
  return {
    ...shown,
    endedByName: endedBy?.name ?? null,
    allowedActions: rows.filter(([, may]) => may).map(([name]) => name),
  }
}
