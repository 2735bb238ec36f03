import { View } from '@tarojs/components'
import { PrimaryButton } from '@/components/button'
import { ErrorState } from '@/components/error-state'
import { Sheet } from '@/components/sheet'
import { Skeleton } from '@/components/skeleton'
import { invite } from '@/copy/invite'
import type { AreaPath } from '@/domain/shared/area'
import { useAction } from '@/features/session/use-action'
import { useCommand } from '@/features/session/use-command'
import { CodeSheet } from './code-sheet'
import { InvitationCard } from './invitation-card'
import { RevokeSheet } from './revoke-sheet'
import { useCodes } from './use-codes'
import styles from './code-sheet.module.scss'

interface HouseholdCodeSheetProps {
  householdId: string
  areaPath: AreaPath
  onClose: () => void
}

/** The codes of my own flat, for those who live with me: for a week, for five. Mount it to open it. */
export function HouseholdCodeSheet({ householdId, areaPath, onClose }: HouseholdCodeSheetProps) {
  const { data, error, refetch } = useAction('invitation.list', { areaPath: null })
  const create = useCommand('invitation.create')
  const codes = useCodes()
  const mine = (data?.items ?? []).filter(
    ({ state, target }) =>
      state === 'valid' && target.kind === 'household' && target.householdId === householdId,
  )
  const make = async (): Promise<void> => {
    const made = await create.run({ areaPath, target: { kind: 'household', householdId }, days: 7 })
    if (made) codes.setShown(made.invitation)
  }
  if (codes.shown) return <CodeSheet invitation={codes.shown} onClose={() => codes.setShown(null)} />
  return (
    <Sheet isOpen title={invite.householdTitle} onClose={onClose}>
      <View className={styles.sentence}>{invite.householdHint}</View>
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton count={1} />)}
      {mine.map((invitation) => (
        <InvitationCard
          key={invitation._id}
          invitation={invitation}
          onShow={() => codes.setShown(invitation)}
          onRevoke={() => codes.setRevoking(invitation)}
        />
      ))}
      {data && (
        <PrimaryButton isLoading={create.isRunning} onClick={() => void make()}>
          {invite.householdMake}
        </PrimaryButton>
      )}
      <RevokeSheet codes={codes} />
    </Sheet>
  )
}
