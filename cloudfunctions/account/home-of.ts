import { isCurrent } from '@/domain/account/index-fields'
import { isCaretakerOf, type Actor } from '@/domain/account/policy'
import type { Account, HomeKey, Membership } from '@/domain/account/schema'
import { isMeant } from '@/domain/membership/standing'
import { AppError } from '@/domain/shared/errors'

/**
 * The home that someone has there, or had: a current one before former ones.
 * @throws AppError NotFound for those who look after the whole area; Forbidden for others, to whom "not found" would
 * tell where someone does not live
 */
export function findHome(actor: Actor, person: Account | null, key: HomeKey): Membership {
  const homes = person?.memberships.filter(isMeant(key)) ?? []
  const home = homes.find(isCurrent) ?? homes[homes.length - 1]
  if (home) return home
  throw new AppError(isCaretakerOf(actor, key.areaPath) ? 'NotFound' : 'Forbidden')
}
