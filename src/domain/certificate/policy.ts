import { isStaffOf, type Actor } from '../account/policy'
import type { Certificate } from './schema'

/** Staff of the community that issued it take it back; nobody else, and nobody twice. */
export const canRevoke = (actor: Actor, { communityPath }: Pick<Certificate, 'communityPath'>): boolean =>
  isStaffOf(actor, communityPath)

/** What the one who looks a certificate up may do with it. */
export const certificateActions = (
  actor: Actor | null,
  certificate: Pick<Certificate, 'communityPath' | 'revoked'>,
): 'revoke'[] =>
  actor !== null && certificate.revoked === null && canRevoke(actor, certificate) ? ['revoke'] : []
