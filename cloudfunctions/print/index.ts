import { serve } from '../_runtime/serve'
import { issueCertificate } from './actions/certificate-issue'
import { listCertificates } from './actions/certificate-list'
import { revokeCertificate } from './actions/certificate-revoke'
import { verifyCertificate } from './actions/certificate-verify'
import { printMyData } from './actions/print-my-data'
import { printInvitation } from './actions/print-invitation'
import { printPosters } from './actions/print-posters'

export const main = serve<'print'>({
  'certificate.issue': issueCertificate,
  'certificate.list': listCertificates,
  'certificate.verify': verifyCertificate,
  'certificate.revoke': revokeCertificate,
  'print.invitation': printInvitation,
  'print.myData': printMyData,
  'print.posters': printPosters,
})
