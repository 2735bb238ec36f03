import { ConfirmSheet } from '@/components/confirm-sheet'
import { invite } from '@/copy/invite'
import type { useCodes } from './use-codes'

/** Before a code is taken out of use: what it means. */
export const RevokeSheet = ({ codes }: { codes: ReturnType<typeof useCodes> }) => (
  <ConfirmSheet
    isOpen={codes.revoking !== null}
    isDanger
    title={invite.revokeTitle}
    consequence={invite.revokeCheck}
    confirmWords={invite.revoke}
    isRunning={codes.isRevoking}
    onConfirm={() => void codes.revoke()}
    onClose={() => codes.setRevoking(null)}
  />
)
