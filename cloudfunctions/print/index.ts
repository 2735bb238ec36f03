import { serve } from '../_runtime/serve'
import { issueCertificate } from './actions/certificate-issue'
import { listCertificates } from './actions/certificate-list'
import { revokeCertificate } from './actions/certificate-revoke'
import { verifyCertificate } from './actions/certificate-verify'

export const main = serve<'print'>({
  'certificate.issue': issueCertificate,
  'certificate.list': listCertificates,
  'certificate.verify': verifyCertificate,
  'certificate.revoke': revokeCertificate,
})
