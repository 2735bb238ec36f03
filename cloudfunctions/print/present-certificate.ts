import type { MyCertificate, Statement } from '@/domain/certificate/contract'
import type { Certificate } from '@/domain/certificate/schema'

/** What anyone may know who holds the code. */
export const presentStatement = ({
  code,
  maskedName,
  communityName,
  from,
  to,
  minutes,
  visits,
  issuedAt,
}: Certificate): Statement => ({ code, maskedName, communityName, from, to, minutes, visits, issuedAt })

/** What the one it was issued for sees of it. */
export const presentMine = (certificate: Certificate): MyCertificate => {
  const { _id, communityPath, rows, fileId, revoked } = certificate
  return {
    ...presentStatement(certificate),
    _id,
    communityPath,
    rows,
    fileId,
    revoked: revoked && { at: revoked.at, reason: revoked.reason },
  }
}
