import { standingAt } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import { signatureOf } from '@/domain/appointment/lifecycle'
import { countingSignatures, isOpen, mayDecide, signaturesNeeded } from '@/domain/appointment/policy'
import type { Appointment, Signature } from '@/domain/appointment/schema'
import { AppError } from '@/domain/shared/errors'
import type { Call } from '../../../_runtime/action'
import { action } from '../../../_runtime/serve'
import { moveSignals } from '../../../_runtime/signals'
import type { Transaction } from '../../../_runtime/transaction'
import { canHold } from '../../appointment/grants'
import { inOneGo } from '../../appointment/in-one-go'
import { passOnNow } from '../../appointment/pass-on'
import { appointmentTopics } from '../../appointment/tell'
import { beginRole, endRole } from '../../appointment/write'
import { presentAppointment } from '../../present-appointment'
import { trailLine } from '../../trail'

interface Signed {
  appointment: Appointment
  /** Whom they replace. */
  replaced: Appointment | null
}
type SignCall = Call<'appointment.sign'>

export const signAppointment = action('appointment.sign', {
  fetch: ({ store, input }) => store.appointments.get(input.appointmentId),
  load: async (_call, appointment) => {
    if (!appointment) throw new AppError('NotFound')
    return appointment
  },
  allow: (actor, appointment) => mayDecide(actor, appointment),
  handle: async (call, { _id }) => {
    const { appointment, replaced } = await inOneGo(call.trips, (transaction) => sign(transaction, _id, call))
    const { actor, store } = call
    const gone = replaced ? [replaced] : []
    await Promise.all([
      moveSignals(store, [appointment, ...gone].flatMap(appointmentTopics)),
      passOnNow(call, gone),
    ])
    return { appointment: presentAppointment(actor, appointment) }
  },
})

/** Everything is looked at once more as it stands now: between question and answer someone may have left the office. */
async function sign(
  transaction: Transaction,
  _id: string,
  { actor, now, requestId }: SignCall,
): Promise<Signed> {
  const { accounts, appointments, trail } = transaction
  const [known, signer] = await Promise.all([appointments.get(_id), accounts.get(actor._id)])
  if (!known) throw new AppError('NotFound')
  if (known.signatures.some(({ userId }) => userId === actor._id))
    return { appointment: known, replaced: null }
  if (!isOpen(known)) throw new AppError('Conflict', { state: known.state })
  if (!signer || !mayDecide(standingAt(signer, now), known)) throw new AppError('Forbidden')
  const signed = { ...known, signatures: [...known.signatures, signatureOf(actor, now)] }
  await trail.insert(signedLine(signed, actor, { key: requestId, at: now }))
  const signers = await signersOf(transaction, known.signatures)
  const standing = [...signers, signer].map((one) => standingAt(one, now))
  if (countingSignatures(signed, standing) < signaturesNeeded(known.role)) {
    const version = known.version + 1
    await appointments.update(_id, { signatures: signed.signatures, version })
    return { appointment: { ...signed, version }, replaced: null }
  }
  const person = await accounts.get(known.userId)
  if (!person || !canHold(person) || (known.until !== null && known.until <= now))
    throw new AppError('Conflict')
  const appointment = await beginRole(transaction, person, signed, now)
  return { appointment, replaced: await replace(transaction, appointment, { actor, now, requestId }) }
}

const signersOf = async ({ accounts }: Transaction, signatures: readonly Signature[]): Promise<Account[]> =>
  (await Promise.all(signatures.map(({ userId }) => accounts.get(userId)))).filter((one) => one !== null)

/** The one before them leaves in the same go. */
async function replace(
  transaction: Transaction,
  { replaces, role, areaPath, userId, note }: Appointment,
  { actor, now, requestId }: Pick<SignCall, 'actor' | 'now' | 'requestId'>,
): Promise<Appointment | null> {
  const before = replaces && (await transaction.accounts.get(replaces.userId))
  if (!before) return null
  const ending = { key: requestId, by: actor, at: now, reason: note, successorId: userId }
  return endRole(transaction, before, { role, areaPath }, ending)
}

const signedLine = (
  { userId, role, areaPath, areaName }: Appointment,
  by: Pick<Account, '_id' | 'nickname'>,
  { key, at }: { key: string; at: number },
) => trailLine({ key, event: 'roleSigned', userId, area: { areaPath, areaName }, by, at, role })
