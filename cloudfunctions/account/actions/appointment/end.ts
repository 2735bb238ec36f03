import { standingAt } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import { newAppointment, signatureOf, startAhead, stateOnceAgreed } from '@/domain/appointment/lifecycle'
import { mayDecide, mayEnd, signaturesNeeded } from '@/domain/appointment/policy'
import type { Appointment } from '@/domain/appointment/schema'
import { AppError } from '@/domain/shared/errors'
import { holdsRole } from '@/domain/shared/role'
import type { Call } from '../../../_runtime/action'
import { checkText } from '../../../_runtime/safety'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import type { Transaction } from '../../../_runtime/transaction'
import { findCover, requireCover } from '../../appointment/cover'
import { meantAppointment } from '../../appointment/find-appointment'
import { canHold } from '../../appointment/grants'
import { inOneGo } from '../../appointment/in-one-go'
import { passOnNow } from '../../appointment/pass-on'
import { appointmentTopics } from '../../appointment/tell'
import { endRole, eventOf, giveRight } from '../../appointment/write'
import { presentAppointment } from '../../present-appointment'
import { trailLine } from '../../trail'

type EndCall = Call<'appointment.end'>

/** Ended: it is over · ahead: it ends once someone else has signed for the successor, or on the day that was named. */
type Outcome = { ended: Appointment; begun: Appointment | null } | { ahead: Appointment }

export const endRoleOf = action('appointment.end', {
  fetch: ({ store, input }) => store.appointments.get(input.appointmentId),
  load: async ({ actor, input }, found) => meantAppointment(actor, input.appointmentId, found),
  allow: (actor, appointment) => mayEnd(actor, appointment),
  handle: async (call, appointment) => {
    const { actor, input, log, openid, store, trips } = call
    await checkText(input.reason, openid, log)
    // Asked while the transaction reads; it looks again at those who are named here.
    const cover = findCover(store, appointment.userId, appointment)
    const [outcome] = await Promise.all([
      inOneGo(trips, async (transaction) => end(transaction, appointment, call, await cover)),
      cover,
    ])
    if ('ahead' in outcome) {
      const { ahead } = outcome
      await moveSignals(store, appointmentTopics(ahead))
      if (ahead.state === 'proposed') throw new AppError('SecondNeeded', { appointmentId: ahead._id })
      return { appointment: presentAppointment(actor, ahead) }
    }
    const { ended, begun } = outcome
    await Promise.all([
      moveSignals(store, [ended, ...(begun ? [begun] : [])].flatMap(appointmentTopics)),
      passOnNow(call, [ended]),
    ])
    return { appointment: presentAppointment(actor, ended) }
  },
})

async function end(
  transaction: Transaction,
  meant: Appointment,
  call: EndCall,
  others: readonly string[],
): Promise<Outcome> {
  const { actor, input, now, requestId } = call
  const { accounts, appointments } = transaction
  const [known, account, ender] = await Promise.all([
    appointments.get(meant._id),
    accounts.get(meant.userId),
    accounts.get(actor._id),
  ])
  if (known?.state === 'ended' && known.endedBy?.userId === actor._id) return { ended: known, begun: null }
  if (!account || (known && known.state !== 'active')) throw new AppError('Conflict', { state: known?.state })
  if (!ender || !mayEnd(standingAt(ender, now), meant)) throw new AppError('Forbidden')
  const { successorId } = input
  const ending = { key: requestId, by: actor, at: now, reason: input.reason, successorId }
  if (successorId === null) {
    await requireCover(transaction, account, meant, { others, now })
    return { ended: over(await endRole(transaction, account, meant, ending)), begun: null }
  }
  const successor = await accounts.get(successorId)
  if (!successor || !canHold(successor) || successorId === meant.userId) throw new AppError('NotFound')
  if (holdsRole(standingAt(successor, now).roles, [meant.role], meant.areaPath)) {
    return { ended: over(await endRole(transaction, account, meant, ending)), begun: null }
  }
  // Nobody takes a role by naming themselves.
  if (successorId === actor._id) throw new AppError('Forbidden')
  const isEnough =
    signaturesNeeded(meant.role) === 1 && mayDecide(standingAt(ender, now), { ...meant, userId: successorId })
  const state = isEnough ? stateOnceAgreed(input.since, now) : 'proposed'
  const next = successorOf(meant, successor, state, call)
  if (state !== 'active') return { ahead: await arrange(transaction, next, call) }
  const ended = over(await endRole(transaction, account, meant, ending))
  await appointments.insert(next)
  await giveRight(transaction, successor, next)
  await transaction.trail.insert(nextLine(next, call))
  return { ended, begun: next }
}

/** @throws AppError Conflict where the right went while this was under way */
function over(appointment: Appointment | null): Appointment {
  if (!appointment) throw new AppError('Conflict')
  return appointment
}

/** The same request again finds what it has arranged. */
async function arrange(transaction: Transaction, next: Appointment, call: EndCall): Promise<Appointment> {
  const known = await transaction.appointments.get(next._id)
  if (known) return known
  await transaction.appointments.insert(next)
  await transaction.trail.insert(nextLine(next, call))
  return next
}

const successorOf = (
  { _id, userId, name, role, areaPath, areaName }: Appointment,
  successor: Account,
  state: 'active' | 'agreed' | 'proposed',
  { actor, input, now, requestId }: EndCall,
): Appointment => {
  const since = startAhead(input.since, now)
  return newAppointment(
    { _id: requestId, person: successor, role, areaPath, areaName, state, at: now },
    {
      ...(since === null ? {} : { since }),
      note: input.reason,
      signatures: [signatureOf(actor, now)],
      replaces: { appointmentId: _id, userId, name },
    },
  )
}

const nextLine = ({ userId, role, areaPath, areaName, state }: Appointment, call: EndCall) =>
  trailLine({
    key: call.requestId,
    event: eventOf(state),
    userId,
    area: { areaPath, areaName },
    by: call.actor,
    at: call.now,
    role,
  })
