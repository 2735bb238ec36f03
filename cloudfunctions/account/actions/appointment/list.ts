import { canSeeAppointments } from '@/domain/appointment/policy'
import type { AppointmentState } from '@/domain/appointment/schema'
import { command } from '../../../_runtime/sdk'
import { action } from '../../../_runtime/serve'
import { presentAppointment } from '../../present-appointment'

const statesOf: Readonly<Record<'open' | 'active' | 'past', readonly AppointmentState[]>> = {
  open: ['applied', 'proposed'],
  active: ['active'],
  past: ['refused', 'ended'],
}

export const listAppointments = action('appointment.list', {
  load: async () => null,
  allow: (actor, _subject, { areaPath }) => canSeeAppointments(actor, areaPath),
  handle: async ({ actor, input, store }) => {
    const { areaPath, view, cursor, limit } = input
    const where = { areaAt: areaPath, state: command.in([...statesOf[view]]) }
    const page = await store.appointments.page(where, 'createdKey', 'desc', { cursor, limit })
    return { ...page, items: page.items.map((appointment) => presentAppointment(actor, appointment)) }
  },
})
