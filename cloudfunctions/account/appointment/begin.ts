import { refused } from '@/domain/appointment/lifecycle'
import type { Appointment } from '@/domain/appointment/schema'
import { moveSignals } from '../../_runtime/signals'
import type { Transaction } from '../../_runtime/transaction'
import { trailLine } from '../trail'
import { canHold } from './grants'
import { inOneGo } from './in-one-go'
import { passOnNow, type Desk } from './pass-on'
import { appointmentTopics } from './tell'
import { beginRole, replaceBefore } from './write'

/**
 * An appointment whose day has come, by the clock: the right begins, and whom they replace leaves in the same go.
 * Where the person has gone, or the place is off the map, it comes to nothing. Done again it does nothing; answers
 * whether there was something to begin.
 */
export async function beginAppointment(desk: Desk, { _id }: Pick<Appointment, '_id'>): Promise<boolean> {
  const changed = await inOneGo(desk.trips, (transaction) => begin(transaction, _id, desk.now))
  await Promise.all([
    moveSignals(desk.store, changed.flatMap(appointmentTopics)),
    passOnNow(
      desk,
      changed.filter(({ state }) => state === 'ended'),
    ),
  ])
  return changed.length > 0
}

/** Answers what has changed: the one that began, and the one that it replaces. */
async function begin(transaction: Transaction, _id: string, now: number): Promise<Appointment[]> {
  const { accounts, appointments, areas, trail } = transaction
  const known = await appointments.get(_id)
  if (known?.state !== 'agreed' || known.since === null || known.since > now) return []
  const [person, area] = await Promise.all([accounts.get(known.userId), areas.get(known.areaPath)])
  const { areaName, areaPath, role, since, until, userId } = known
  const line = { key: _id, userId, area: { areaPath, areaName }, by: null, at: now, role }
  const isStill = person !== null && canHold(person) && area !== null && area.retiredAt === null
  if (!isStill || (until !== null && until <= now)) {
    const fields = refused(known, { by: null, at: now, reason: '' })
    await appointments.update(_id, fields)
    await trail.insert(trailLine({ ...line, event: 'roleRefused' }))
    return [{ ...known, ...fields }]
  }
  const begun = await beginRole(transaction, person, known, since)
  await trail.insert(trailLine({ ...line, event: 'roleSigned' }))
  const before = await replaceBefore(transaction, begun, { key: _id, by: null, at: now })
  return before ? [begun, before] : [begun]
}
