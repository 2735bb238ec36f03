import { canRevoke } from '@/domain/certificate/policy'
import { AppError } from '@/domain/shared/errors'
import type { Certificate } from '@/domain/certificate/schema'
import { action } from '../../_runtime/serve'

export const revokeCertificate = action('certificate.revoke', {
  fetch: ({ store, input }) => store.certificates.findOne({ code: input.code }),
  load: async (_call, certificate) => {
    if (!certificate) throw new AppError('NotFound')
    return certificate
  },
  allow: (actor, certificate) => canRevoke(actor, certificate),
  handle: async ({ actor, input, now, requestId, store }, certificate) => {
    const { _id, code } = certificate
    if (certificate.revoked) return { code, revokedAt: ownRevocation(certificate, requestId) }
    const revoked = { at: now, by: actor._id, reason: input.reason, requestId }
    if ((await store.certificates.update({ _id, revoked: null }, { revoked })) === 1) {
      return { code, revokedAt: now }
    }
    return { code, revokedAt: ownRevocation(await store.certificates.get(_id), requestId) }
  },
})

/** The moment of the revocation that this request made; somebody else's is told as a conflict. */
function ownRevocation(certificate: Certificate | null, requestId: string): number {
  if (certificate?.revoked?.requestId !== requestId) throw new AppError('Conflict')
  return certificate.revoked.at
}
