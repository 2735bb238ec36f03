import { standingAt } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import { newAppointment, signatureOf, startAhead, stateOnceAgreed } from '@/domain/appointment/lifecycle'
import { isOneEnough, mayDecide } from '@/domain/appointment/policy'
import type { Appointment } from '@/domain/appointment/schema'
import { AppError } from '@/domain/shared/errors'
import type { RoleGrant } from '@/domain/shared/role'
import type { Call } from '../../../_runtime/action'
import { checkText } from '../../../_runtime/safety'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import { canHold, grantFor } from '../../appointment/grants'
import { inOneGo } from '../../appointment/in-one-go'
import { appointmentTopics } from '../../appointment/tell'
import { giveRight } from '../../appointment/write'
import { presentAppointment } from '../../present-appointment'
import { eventOf } from '../../appointment/write'
import { trailLine } from '../../trail'

/** Names someone for a role. Whoever holds it without a paper gets one: that gives them nothing new (`isOneEnough`). */
export const proposeAppointment = action('appointment.propose', {
  fetch: ({ store, input }) => store.areas.get(input.areaPath),
  load: async (_call, area) => area,
  allow: (actor, _area, input) => mayDecide(actor, input),
  handle: async (call, area) => {
    const { actor, input, log, now, openid, store, trips } = call
    if (!area || area.retiredAt !== null) throw new AppError('NotFound')
    const begins = Math.max(now, input.since ?? now)
    if (input.until !== null && input.until <= begins) throw new AppError('BadInput', { where: ['until'] })
    await checkText(input.note, openid, log)
    const appointment = await inOneGo(trips, async (transaction) => {
      const { accounts, appointments, trail } = transaction
      const [known, proposer, person] = await Promise.all([
        appointments.get(call.requestId),
        accounts.get(actor._id),
        accounts.get(input.userId),
      ])
      if (known?.signatures.some(({ userId }) => userId === actor._id)) return known
      if (!proposer || !mayDecide(standingAt(proposer, now), input)) throw new AppError('Forbidden')
      if (!person || !canHold(person)) throw new AppError('NotFound')
      const held = grantFor(person, input)
      if (known || (held && held.appointmentId !== null)) throw new AppError('Conflict')
      const named = namedFor(person, area.fullName, held, call)
      await appointments.insert(named)
      if (named.state === 'active') await giveRight(transaction, person, named)
      await trail.insert(namedLine(named, actor))
      return named
    })
    await moveSignals(store, appointmentTopics(appointment))
    return { appointment: presentAppointment(actor, appointment) }
  },
})

function namedFor(
  person: Account,
  areaName: string,
  held: RoleGrant | undefined,
  {
    actor,
    input,
    now,
    requestId,
  }: Pick<Call<'appointment.propose'>, 'actor' | 'input' | 'now' | 'requestId'>,
): Appointment {
  const { role, areaPath, until, note } = input
  const since = held ? null : startAhead(input.since, now)
  const state = isOneEnough(role, until, held) ? stateOnceAgreed(since, now) : 'proposed'
  return newAppointment(
    { _id: requestId, person, role, areaPath, areaName, state, at: now },
    {
      note,
      until,
      signatures: [signatureOf(actor, now)],
      ...(since === null ? {} : { since }),
      ...(held ? { since: held.since, until: until ?? held.until } : {}),
    },
  )
}

const namedLine = (
  { _id, state, userId, role, areaPath, areaName, createdAt }: Appointment,
  by: Pick<Account, '_id' | 'nickname'>,
) =>
  trailLine({
    key: _id,
    event: eventOf(state),
    userId,
    area: { areaPath, areaName },
    by,
    at: createdAt,
    role,
  })
