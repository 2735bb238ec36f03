import { View } from '@tarojs/components'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { DangerButton, QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { ErrorState } from '@/components/error-state'
import { Sheet } from '@/components/sheet'
import { Skeleton } from '@/components/skeleton'
import { common } from '@/copy/common'
import { dataWords as words, farewellLines } from '@/copy/mine'
import type { Farewell as FarewellFacts } from '@/domain/account/contract'
import { AppError } from '@/domain/shared/errors'
import { useAction } from '@/features/session/use-action'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import { open, routes } from '@/routes'
import styles from '../index.module.scss'

/** Why it can't be yet, in words of its own. */
function tellRefusal(error: unknown): boolean {
  if (!(error instanceof AppError) || error.code !== 'StillInUse') return false
  const { what } = error.details
  toast(words.stillInUse[what === 'dependents' || what === 'visit' ? what : 'role'])
  return true
}

/** 注销: first what would happen, then once more whether it is meant. */
export function Farewell() {
  const [step, setStep] = useState<'told' | 'sure' | null>(null)
  const queries = useQueryClient()
  const { run, isRunning } = useCommand('account.cancel')
  const close = (): void => setStep(null)
  const cancel = async (): Promise<void> => {
    if (!(await run({ isSure: true }, { onFailure: tellRefusal }))) return
    close()
    toast(words.cancelled)
    // Nothing of before is shown to whoever begins anew on this phone.
    queries.clear()
    open(routes.home)
  }
  return (
    <Card>
      <View className={styles.title}>{words.cancel}</View>
      <View className={styles.hint}>{words.cancelHint}</View>
      <View className={styles.stack}>
        <DangerButton onClick={() => setStep('told')}>{words.cancelButton}</DangerButton>
      </View>
      {step === 'told' && <Told onClose={close} onGo={() => setStep('sure')} />}
      <ConfirmSheet
        isOpen={step === 'sure'}
        isDanger
        title={words.cancelSureTitle}
        consequence={words.cancelSure}
        confirmWords={words.cancelYes}
        isRunning={isRunning}
        onConfirm={() => void cancel()}
        onClose={close}
      />
    </Card>
  )
}

/** Somebody or something would be left alone. */
const isBound = ({ dependents, roles, visits }: FarewellFacts): boolean =>
  dependents.length > 0 || visits > 0 || roles.some(({ isLast }) => isLast)

function Told({ onClose, onGo }: { onClose: () => void; onGo: () => void }) {
  const { data, error, refetch } = useAction('account.farewell', {})
  const mustStay = data !== undefined && isBound(data.farewell)
  return (
    <Sheet isOpen title={words.cancelTitle} onClose={onClose}>
      {!data && (error ? <ErrorState error={error} onRetry={refetch} /> : <Skeleton count={1} />)}
      {data &&
        farewellLines(data.farewell).map((line) => (
          <View key={line} className={styles.farewell}>
            {line}
          </View>
        ))}
      <View className={styles.buttons}>
        <QuietButton onClick={onClose}>{common.back}</QuietButton>
        {data && !mustStay && <DangerButton onClick={onGo}>{words.cancelNext}</DangerButton>}
      </View>
    </Sheet>
  )
}
