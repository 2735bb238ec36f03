import type { Account, Membership } from '@/domain/account/schema'
import { isHomeIn } from '@/domain/shared/area'
import type { Timestamp } from '@/domain/shared/time'
import type { Store } from '../_runtime/store'
import type { Trips } from '../_runtime/trips'
import { endRolesAfterLeaving } from './appointments'

/** Whoever leads the place that they have left gives that up; almost nobody does, and then nothing is asked. */
export async function leaveRoles(
  context: { store: Store; trips: Trips; now: Timestamp; requestId: string },
  account: Pick<Account, '_id' | 'roles'>,
  left: Membership | undefined,
): Promise<void> {
  if (!left || (left.standing !== 'left' && left.standing !== 'removed')) return
  const isLeader = account.roles.some(
    ({ role, areaPath, since }) =>
      role === 'microGridLeader' && isHomeIn(left, areaPath) && since <= (left.endedAt ?? context.now),
  )
  if (isLeader) await endRolesAfterLeaving(context.store, account, left, context)
}
