import { notBegunWords, roleLapsedLine } from '@/copy/role-lapsed'
import { standingAt } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import { refused } from '@/domain/appointment/lifecycle'
import {
  countingSignatures,
  hasLeftSince,
  signaturesNeeded,
  type NotBegun,
} from '@/domain/appointment/policy'
import type { Appointment } from '@/domain/appointment/schema'
import type { Area } from '@/domain/place/schema'
import { topics } from '@/domain/signal/topics'
import type { Logger } from '../../_runtime/log'
import { moveSignals } from '../../_runtime/signals'
import type { Transaction } from '../../_runtime/transaction'
import { sendMessage } from '../../order/send-message'
import { trailLine } from '../trail'
import { canHold } from './grants'
import { inOneGo } from './in-one-go'
import { passOnNow, type Desk } from './pass-on'
import { appointmentTopics } from './tell'
import { beginRole, replaceBefore } from './write'

/** Where a tap on the message leads. */
const page = 'packages/people/pages/roles/index'

/**
 * An appointment whose day has come, by the clock: the right begins, and whom they replace leaves in the same go.
 * Where it could be agreed to no more, it comes to nothing (`whyNot`), and whoever named them is told. Done again it
 * does nothing; answers whether there was something to begin.
 */
export async function beginAppointment(
  desk: Desk & { readonly log: Logger },
  { _id }: Pick<Appointment, '_id'>,
): Promise<boolean> {
  const changed = await inOneGo(desk.trips, (transaction) => begin(transaction, _id, desk.now))
  await Promise.all([
    moveSignals(desk.store, changed.flatMap(appointmentTopics)),
    passOnNow(
      desk,
      changed.filter(({ state }) => state === 'ended'),
    ),
    ...changed.filter(({ state }) => state === 'refused').map((lapsed) => tellProposer(desk, lapsed)),
  ])
  return changed.length > 0
}

/** Answers what has changed: the one that began, and the one that it replaces. */
async function begin(transaction: Transaction, _id: string, now: number): Promise<Appointment[]> {
  const { accounts, appointments, areas, trail } = transaction
  const known = await appointments.get(_id)
  if (known?.state !== 'agreed' || known.since === null || known.since > now) return []
  const [person, area] = await Promise.all([accounts.get(known.userId), areas.get(known.areaPath)])
  const { areaName, areaPath, role, since, userId } = known
  const line = { key: _id, userId, area: { areaPath, areaName }, by: null, at: now, role }
  const signers = await Promise.all(known.signatures.map((signature) => accounts.get(signature.userId)))
  const why = whyNot(known, { person, area, signers, now })
  if (person === null || why !== null) {
    const note = notBegunWords[why ?? 'gone']
    const fields = refused(known, { by: null, at: now, reason: note })
    await appointments.update(_id, fields)
    await trail.insert(trailLine({ ...line, event: 'roleRefused', note }))
    return [{ ...known, ...fields }]
  }
  const begun = await beginRole(transaction, person, known, since)
  await trail.insert(trailLine({ ...line, event: 'roleSigned' }))
  const before = await replaceBefore(transaction, begun, { key: _id, by: null, at: now })
  return before ? [begun, before] : [begun]
}

interface Then {
  readonly person: Account | null
  readonly area: Area | null
  readonly signers: readonly (Account | null)[]
  readonly now: number
}

/** Everything that was looked at when they agreed, once more: weeks lie between. null: it begins. */
function whyNot(appointment: Appointment, { area, now, person, signers }: Then): NotBegun | null {
  const { role, since, until } = appointment
  if (!person || !canHold(person)) return 'gone'
  if (!area || area.retiredAt !== null) return 'noPlace'
  if (until !== null && until <= now) return 'over'
  if (hasLeftSince(person, appointment)) return 'left'
  // Whose own term ends with this day has agreed while it ran.
  const before = (since ?? now) - 1
  const standing = signers.flatMap((signer) => (signer ? [standingAt(signer, before)] : []))
  return countingSignatures(appointment, standing) < signaturesNeeded(role) ? 'unsigned' : null
}

/** Whoever named them, as far as they have agreed to be told; the list of the office says why, whatever becomes of it. */
async function tellProposer(
  { log, now, store }: Desk & { readonly log: Logger },
  { name, role, signatures }: Appointment,
): Promise<void> {
  const proposer = signatures[0] && (await store.accounts.get(signatures[0].userId))
  if (proposer?.state !== 'active') return
  await moveSignals(store, [topics.user(proposer._id)])
  const message = { moment: 'roleLapsed', what: roleLapsedLine(name, role), at: now, page } as const
  await sendMessage(store, proposer, message, log)
}
