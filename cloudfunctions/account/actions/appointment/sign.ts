import { standingAt } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import { signatureOf, stateOnceAgreed } from '@/domain/appointment/lifecycle'
import { canSign, countingSignatures, isOpen, maySecond, signaturesNeeded } from '@/domain/appointment/policy'
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
import { beginRole, replaceBefore } from '../../appointment/write'
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
  allow: (actor, appointment) => maySecond(actor, appointment),
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
  if (!signer || !canSign(standingAt(signer, now), known)) throw new AppError('Forbidden')
  const signed = { ...known, signatures: [...known.signatures, signatureOf(actor, now)] }
  const signers = await signersOf(transaction, known.signatures)
  const standing = [...signers, signer].map((one) => standingAt(one, now))
  if (countingSignatures(signed, standing) < signaturesNeeded(known.role)) {
    const version = known.version + 1
    await appointments.update(_id, { signatures: signed.signatures, version })
    await trail.insert(signedLine(signed, actor, { key: requestId, at: now }))
    return { appointment: { ...signed, version }, replaced: null }
  }
  const person = await accounts.get(known.userId)
  if (!person || !canHold(person) || (known.until !== null && known.until <= now))
    throw new AppError('Conflict')
  const state = stateOnceAgreed(known.since, now)
  await trail.insert(signedLine({ ...signed, state }, actor, { key: requestId, at: now }))
  if (state === 'agreed') {
    const agreed = { ...signed, state, version: known.version + 1 }
    const { _id: _same, ...fields } = agreed
    await appointments.update(_id, fields)
    return { appointment: agreed, replaced: null }
  }
  const appointment = await beginRole(transaction, person, signed, now)
  const ending = { key: requestId, by: actor, at: now }
  return { appointment, replaced: await replaceBefore(transaction, appointment, ending) }
}

const signersOf = async ({ accounts }: Transaction, signatures: readonly Signature[]): Promise<Account[]> =>
  (await Promise.all(signatures.map(({ userId }) => accounts.get(userId)))).filter((one) => one !== null)

const signedLine = (
  { userId, role, areaPath, areaName, state }: Appointment,
  by: Pick<Account, '_id' | 'nickname'>,
  { key, at }: { key: string; at: number },
) =>
  trailLine({
    key,
    event: state === 'agreed' ? 'roleAgreed' : 'roleSigned',
    userId,
    area: { areaPath, areaName },
    by,
    at,
    role,
  })
