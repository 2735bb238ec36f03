import { canSeeAppointments, canSign } from '@/domain/appointment/policy'
import type { Appointment, AppointmentState } from '@/domain/appointment/schema'
import { ancestorAt, levelOf, type AreaPath } from '@/domain/shared/area'
import { command } from '../../../_runtime/sdk'
import { action } from '../../../_runtime/serve'
import type { Store } from '../../../_runtime/store'
import { presentAppointment } from '../../present-appointment'

/** A street has a few officers. */
const mostAbove = 5

const statesOf: Readonly<Record<'open' | 'active' | 'past', readonly AppointmentState[]>> = {
  open: ['applied', 'proposed'],
  // Settled, though some begin later.
  active: ['active', 'agreed'],
  past: ['refused', 'ended'],
}

export const listAppointments = action('appointment.list', {
  load: async () => null,
  allow: (actor, _subject, { areaPath }) => canSeeAppointments(actor, areaPath),
  handle: async ({ actor, input, store }) => {
    const { areaPath, view, cursor, limit } = input
    const where = { areaAt: areaPath, state: command.in([...statesOf[view]]) }
    const isFirstOfOpen = view === 'open' && cursor === null
    const [page, above] = await Promise.all([
      store.appointments.page(where, 'createdKey', 'desc', { cursor, limit }),
      isFirstOfOpen && levelOf(areaPath) === 'community' ? openAbove(store, areaPath) : [],
    ])
    const items = [...above.filter((appointment) => canSign(actor, appointment)), ...page.items]
    return { ...page, items: items.map((appointment) => presentAppointment(actor, appointment)) }
  },
})

/** What the street has proposed for itself, and its communities may second (see `maySecond`). */
const openAbove = (store: Store, areaPath: AreaPath): Promise<Appointment[]> =>
  store.appointments.find(
    {
      areaAt: ancestorAt(areaPath, 'street') ?? areaPath,
      state: command.in([...statesOf.open]),
      role: 'streetOffice',
    },
    { orderBy: ['createdKey', 'desc'], limit: mostAbove },
  )
