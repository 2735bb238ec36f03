import type { Account } from '@/domain/account/schema'
import { newAppointment } from '@/domain/appointment/lifecycle'
import { canApply } from '@/domain/appointment/policy'
import type { Appointment } from '@/domain/appointment/schema'
import { levelOf } from '@/domain/shared/area'
import { AppError } from '@/domain/shared/errors'
import { holdsRole } from '@/domain/shared/role'
import type { Call } from '../../../_runtime/action'
import { checkText } from '../../../_runtime/safety'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import { inOneGo } from '../../appointment/in-one-go'
import { appointmentTopics } from '../../appointment/tell'
import { presentAppointment } from '../../present-appointment'
import { trailLine } from '../../trail'

/** A neighbour offers to help; the office signs. */
export const applyForRole = action('appointment.apply', {
  fetch: ({ store, input }) => store.areas.get(input.communityPath),
  load: async (_call, area) => area,
  allow: (actor, _area, { communityPath }) => canApply(actor, communityPath),
  handle: async (call, area) => {
    const { actor, input, log, openid, store, trips } = call
    if (!area || levelOf(input.communityPath) !== 'community') throw new AppError('NotFound')
    await checkText(input.note, openid, log)
    const appointment = await inOneGo(trips, async (transaction) => {
      const { _id } = actor
      const [account, known] = await Promise.all([
        transaction.accounts.get(_id),
        transaction.appointments.get(call.requestId),
      ])
      if (known?.userId === _id) return known
      if (!account || known || holdsRole(account.roles, ['volunteer'], input.communityPath))
        throw new AppError('Conflict')
      const application = applicationOf(account, area.fullName, call)
      const { cap, times } = input
      await transaction.accounts.update(_id, {
        skills: application.skills,
        volunteer: { ...account.volunteer, cap, times },
      })
      await transaction.appointments.insert(application)
      await transaction.trail.insert(appliedLine(account, application))
      return application
    })
    await moveSignals(store, appointmentTopics(appointment))
    return { appointment: presentAppointment(actor, appointment) }
  },
})

const applicationOf = (
  person: Account,
  areaName: string,
  { input, now, requestId }: Pick<Call<'appointment.apply'>, 'input' | 'now' | 'requestId'>,
): Appointment =>
  newAppointment(
    {
      _id: requestId,
      person,
      role: 'volunteer',
      areaPath: input.communityPath,
      areaName,
      state: 'applied',
      at: now,
    },
    { note: input.note, skills: [...new Set(input.skills)] },
  )

const appliedLine = (person: Account, { _id, userId, role, areaPath, areaName, createdAt }: Appointment) =>
  trailLine({
    key: _id,
    event: 'roleApplied',
    userId,
    area: { areaPath, areaName },
    by: person,
    at: createdAt,
    role,
  })
