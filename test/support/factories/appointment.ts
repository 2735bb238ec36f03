import { newAppointment } from '@/domain/appointment/lifecycle'
import type { Appointment } from '@/domain/appointment/schema'
import { places, startOfTests } from './places'

/** Wang, a volunteer of the community since the tests began, unless told otherwise. */
export const anAppointment = (overrides: Partial<Appointment> = {}): Appointment => {
  const { _id = 'appointment-01', role = 'volunteer', areaPath = places.community } = overrides
  const { userId = 'volunteer-wang', name = '王师傅', state = 'active' } = overrides
  return {
    ...newAppointment({
      _id,
      person: { _id: userId, nickname: name },
      role,
      areaPath,
      areaName: '幸福社区',
      state,
      at: startOfTests,
    }),
    ...overrides,
  }
}
