import { certificateActions } from '@/domain/certificate/policy'
import { noService } from '@/domain/certificate/tally'
import { action } from '../../_runtime/serve'
import { presentStatement } from '../present-certificate'
import { servedIn } from '../served-orders'

export const verifyCertificate = action('certificate.verify', {
  fetch: ({ store, input }) => store.certificates.findOne({ code: input.code }),
  load: async (_call, certificate) => certificate,
  allow: () => true,
  handle: async ({ actor, store }, certificate) => {
    if (!certificate) return { state: 'unknown' as const }
    const { userId, from, to, communityPath, revoked } = certificate
    const found = await servedIn(store, userId, { from, to })
    const { minutes, visits } = found.get(communityPath) ?? noService
    return {
      state: revoked ? ('revoked' as const) : ('valid' as const),
      certificate: presentStatement(certificate),
      today: { minutes, visits },
      revokedAt: revoked && revoked.at,
      allowedActions: certificateActions(actor, certificate),
    }
  },
})
