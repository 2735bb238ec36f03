import { View } from '@tarojs/components'
import { useState } from 'react'
import { QuietButton } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { dataWords as words } from '@/copy/mine'
import { dateWords } from '@/copy/time'
import type { MyAccount } from '@/domain/account/schema'
import { keepConsent, privacyVersion } from '@/features/invitation/consent'
import { PrivacySheet } from '@/features/invitation/privacy-sheet'
import { useCommand } from '@/features/session/use-command'
import { toast } from '@/platform/toast'
import styles from '../index.module.scss'

/** The consent to the privacy guide: given after reading it, taken back at any time. */
export function Privacy({ account: { privacy } }: { account: MyAccount }) {
  const { run, isRunning } = useCommand('account.privacy')
  const [open, setOpen] = useState<'agree' | 'withdraw' | null>(null)
  const close = (): void => setOpen(null)
  const put = async (isAgreed: boolean): Promise<void> => {
    if (!(await run({ version: privacyVersion, isAgreed }))) return
    if (isAgreed) keepConsent()
    toast(isAgreed ? words.agreedNow : words.withdrawn)
    close()
  }
  return (
    <Card>
      <View className={styles.title}>{words.privacy}</View>
      <View className={styles.hint}>{privacy ? words.agreed(dateWords(privacy.at)) : words.notAgreed}</View>
      <View className={styles.stack}>
        {privacy ? (
          <QuietButton onClick={() => setOpen('withdraw')}>{words.withdraw}</QuietButton>
        ) : (
          <QuietButton onClick={() => setOpen('agree')}>{words.agree}</QuietButton>
        )}
      </View>
      {open === 'agree' && <PrivacySheet onAgree={() => void put(true)} onRefuse={close} />}
      <ConfirmSheet
        isOpen={open === 'withdraw'}
        isDanger
        title={words.withdrawTitle}
        consequence={words.withdrawConsequence}
        confirmWords={words.withdrawYes}
        isRunning={isRunning}
        onConfirm={() => void put(false)}
        onClose={close}
      />
    </Card>
  )
}
