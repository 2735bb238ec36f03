import type { Actor } from '@/domain/account/policy'
import { codesPerDay, mostCodesPerDay } from '@/domain/invitation/policy'
import { startOfDay } from '@/domain/shared/calendar'
import { AppError } from '@/domain/shared/errors'
import type { Call } from '../_runtime/action'
import { command } from '../_runtime/sdk'

/** How many codes someone has made today but for the one of this very request, as far as anybody may. One wait. */
export const codesToday = ({
  actor,
  now,
  requestId,
  store,
}: Pick<Call<'invitation.create'>, 'actor' | 'now' | 'requestId' | 'store'>): Promise<number> =>
  store.invitations.countUpTo(
    { createdBy: actor._id, createdAt: command.gte(startOfDay(now)), _id: command.nin([requestId]) },
    codesPerDay.office,
  )

/** @param count with those that are to be made now. @throws AppError LimitReached */
export function refuseTooMany(actor: Pick<Actor, 'roles'>, count: number): void {
  const limit = mostCodesPerDay(actor)
  if (count > limit) throw new AppError('LimitReached', { limit, reason: 'codesPerDay' })
}
