import { notBegunWords, roleLapsedLine } from '@/copy/role-lapsed'
import { standingAt } from '@/domain/account/policy'
import type { Account } from '@/domain/account/schema'
import { grantOf, refused } from '@/domain/appointment/lifecycle'
import {
  countingSignatures,
  hasLeftSince,
  signaturesNeeded,
  type NotBegun,
} from '@/domain/appointment/policy'
import type { Appointment, Signature } from '@/domain/appointment/schema'
import type { Area } from '@/domain/place/schema'
import type { RoleGrant } from '@/domain/shared/role'
import { topics } from '@/domain/signal/topics'
import type { Logger } from '../../_runtime/log'
import { command } from '../../_runtime/sdk'
import { moveSignals } from '../../_runtime/signals'
import type { Store } from '../../_runtime/store'
import type { Transaction } from '../../_runtime/transaction'
import { sendMessage } from '../../order/send-message'
import { followMerged } from '../follow-merged'
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
  { _id, signatures, since }: Appointment,
): Promise<boolean> {
  const signers = await findSigners(desk.store, signatures, since ?? desk.now)
  const changed = await inOneGo(desk.trips, (transaction) =>
    begin(transaction, _id, { signers, now: desk.now }),
  )
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
async function begin(
  transaction: Transaction,
  _id: string,
  { signers, now }: Pick<Then, 'signers' | 'now'>,
): Promise<Appointment[]> {
  const { accounts, appointments, areas, trail } = transaction
  const known = await appointments.get(_id)
  if (known?.state !== 'agreed' || known.since === null || known.since > now) return []
  const [person, area] = await Promise.all([accounts.get(known.userId), areas.get(known.areaPath)])
  const { areaName, areaPath, role, since, userId } = known
  const line = { key: _id, userId, area: { areaPath, areaName }, by: null, at: now, role }
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

/** Under the account that they are by now, with what they held when the day came. */
interface Signer {
  readonly signature: Signature
  readonly roles: readonly RoleGrant[]
}

interface Then {
  readonly person: Account | null
  readonly area: Area | null
  readonly signers: readonly Signer[]
  readonly now: number
}

/** Everything that was looked at when they agreed, once more: weeks lie between. null: it begins. */
function whyNot(appointment: Appointment, then: Then): NotBegun | null {
  const { role, until } = appointment
  const { area, now, person } = then
  if (!person || !canHold(person)) return 'gone'
  if (!area || area.retiredAt !== null) return 'noPlace'
  if (until !== null && until <= now) return 'over'
  if (hasLeftSince(person, appointment)) return 'left'
  return countNow(appointment, then) < signaturesNeeded(role) ? 'unsigned' : null
}

/** The signatures that count on the day; those of two accounts that are one by now are one. */
function countNow(appointment: Appointment, { signers }: Then): number {
  const people = new Map(signers.map(({ roles, signature: { userId } }) => [userId, roles]))
  const signatures = signers.map(({ signature }) => signature)
  const holders = [...people].map(([_id, roles]) => ({ _id, roles: [...roles] }))
  return countingSignatures({ ...appointment, signatures }, holders)
}

/** As many as anybody has ever held, of each who signed. */
const papersRead = 100

/**
 * Those who signed. The clock, or whoever follows them, may take their office from them in the very minute in which
 * the appointment is to begin: they have agreed while it ran. First what they hold, then what they have held: what
 * ends in between stands in one of the two.
 */
async function findSigners(store: Store, signatures: readonly Signature[], since: number): Promise<Signer[]> {
  const read = await Promise.all(
    signatures.map(async (signature) => ({
      signature,
      account: await followMerged(store.accounts, signature.userId),
    })),
  )
  const known = read.flatMap(({ account, signature }) => (account ? [{ account, signature }] : []))
  const ids = known.map(({ account }) => account._id)
  const where = { userId: command.in(ids), endedAt: command.gte(since) }
  const over = await store.appointments.find(where, { limit: papersRead })
  return known.map(({ account, signature }) => {
    const { _id, roles } = standingAt(account, since - 1)
    const held = over.filter(({ state, userId }) => state === 'ended' && userId === _id).map(grantOf)
    return { signature: { ...signature, userId: _id }, roles: [...roles, ...held] }
  })
}

/** Whoever named them, as far as they have agreed to be told; the list of the office says why, whatever becomes of it. */
async function tellProposer(
  { log, now, store }: Desk & { readonly log: Logger },
  { name, role, signatures }: Appointment,
): Promise<void> {
  const proposer = signatures[0] && (await followMerged(store.accounts, signatures[0].userId))
  if (proposer?.state !== 'active') return
  await moveSignals(store, [topics.user(proposer._id)])
  const message = { moment: 'roleLapsed', what: roleLapsedLine(name, role), at: now, page } as const
  await sendMessage(store, proposer, message, log)
}
